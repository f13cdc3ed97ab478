package jp.nenkin.member.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
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
import jp.nenkin.member.filing.FilingProblem;
import jp.nenkin.member.filing.ReceiptRules;
import jp.nenkin.member.plan.Refusal;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is said with a file: whether the caller may, and on which day it counts as received. */
@ApplicationScoped
public class FileSendings {
    private final Callers callers;
    private final Clock clock;

    FileSendings(Callers callers, Clock clock) {
        this.callers = callers;
        this.clock = clock;
    }

    /** What the query says of a file; what is not said is found out, or is the default. */
    public record Said(
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

    Sending of(Said said) {
        Caller caller = callers.officerOrEstablishment(said.establishmentNumber());
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
                new EstablishmentNumber(said.establishmentNumber()),
                said.mode() == null ? FileMode.ALL_OR_NOTHING : said.mode(),
                rules.receipt(channel, said.receivedOn()),
                new FileSaid(said.kind(), said.characterSet()),
                caller.id(),
                caller instanceof Caller.Officer);
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
