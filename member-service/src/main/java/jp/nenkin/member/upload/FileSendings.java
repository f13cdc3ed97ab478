package jp.nenkin.member.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Language;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.file.CharacterSet;
import jp.nenkin.member.file.Column;
import jp.nenkin.member.file.FileKind;
import jp.nenkin.member.file.FileRefused;
import jp.nenkin.member.file.FileSaid;
import jp.nenkin.member.file.RowError;
import jp.nenkin.member.filer.ConsultantCode;
import jp.nenkin.member.filer.Consultants;
import jp.nenkin.member.filer.FilingRights;
import jp.nenkin.member.filing.FilingProblem;
import jp.nenkin.member.filing.ReceiptRules;
import jp.nenkin.member.plan.Refusal;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is said with a file: whether the caller may, and on which day it counts as received. */
@ApplicationScoped
public class FileSendings {
    private final Callers callers;
    private final FilingRights rights;
    private final Consultants consultants;
    private final Clock clock;

    FileSendings(Callers callers, FilingRights rights, Consultants consultants, Clock clock) {
        this.rights = rights;
        this.consultants = consultants;
        this.callers = callers;
        this.clock = clock;
    }

    /** What the query says of a file; what is not said is found out, or is the default. */
    public record Said(
            @QueryParam("establishmentNumber")
            @Parameter(
                    description = "for whom it is sent; absent of a consultant's file over several establishments",
                    example = "1000001")
            @Nullable
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

    Sending of(Said said) {
        Caller caller = callers.current();
        Whose whose = whose(caller, said.establishmentNumber());
        FilingChannel channel = said.channel() == null ? FilingChannel.DATA : said.channel();
        if (channel == FilingChannel.PAPER && !(caller instanceof Caller.Officer)) {
            throw Problem.of(FilingProblem.PAPER_BY_OFFICERS_ONLY);
        }
        ReceiptRules rules = new ReceiptRules(LocalDate.now(clock));
        Optional<Refusal> refusal = rules.refuse(channel, said.receivedOn());
        if (refusal.isPresent()) {
            throw refusal.get().asProblem();
        }
        return new Sending(
                whose,
                said.mode() == null ? FileMode.ALL_OR_NOTHING : said.mode(),
                rules.receipt(channel, said.receivedOn()),
                new FileSaid(said.kind(), said.characterSet()),
                caller);
    }

    private Whose whose(Caller caller, @Nullable String number) {
        if (number != null) {
            EstablishmentNumber establishment = new EstablishmentNumber(number);
            Caller _ = rights.toFile(establishment);
            return new Whose.OneEstablishment(establishment);
        }
        return switch (caller) {
            case Caller.Consultant consultant -> delegating(new ConsultantCode(consultant.code()));
            case Caller.Officer _, Caller.Establishment _ ->
                throw Problem.of(UploadProblem.ESTABLISHMENT_NUMBER_MISSING);
            case Caller.Member _ -> throw Callers.forbidden();
        };
    }

    private Whose delegating(ConsultantCode consultant) {
        if (!consultants.knows(consultant)) {
            throw Callers.forbidden();
        }
        return new Whose.Delegating(consultant);
    }

    /** The answer to a file that is refused as a whole, with what is wrong in its lines. */
    static Problem problem(FileRefused refused, Language language) {
        Problem problem = refused.refusal().asProblem();
        for (RowError error : refused.errors()) {
            Map<String, Object> values = new HashMap<>(error.values());
            values.put("row", error.row());
            Column column = error.column();
            if (column != null) {
                values.put("column", column.name().in(language));
            }
            problem = problem.field("line " + error.row(), error.problem(), values);
        }
        return problem;
    }
}
