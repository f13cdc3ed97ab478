package jp.nenkin.member.upload;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.file.CharacterSet;
import jp.nenkin.member.file.FileKind;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What the query says of a file; what is not said is found out, or is the default. */
public record SendingParameters(
        @QueryParam("establishmentNumber")
        @Parameter(description = "who sends it", example = "1000001")
        @NotNull
        @Pattern(regexp = EstablishmentNumber.FORM)
        String establishmentNumber,

        @QueryParam("mode") @Parameter(description = "ALL_OR_NOTHING unless said otherwise") @Nullable
        FileMode mode,

        @QueryParam("kind") @Parameter(description = "found out unless said") @Nullable
        FileKind kind,

        @QueryParam("characterSet") @Parameter(description = "found out unless said") @Nullable
        CharacterSet characterSet,

        @QueryParam("channel") @Parameter(description = "DATA unless an officer says PAPER") @Nullable
        FilingChannel channel,

        @QueryParam("receivedOn")
        @Parameter(description = "of PAPER: the day of receipt", example = "2025-04-30")
        @Nullable
        LocalDate receivedOn) {}
