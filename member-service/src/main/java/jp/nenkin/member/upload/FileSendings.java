package jp.nenkin.member.upload;

import jakarta.enterprise.context.ApplicationScoped;
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
import jp.nenkin.member.file.Column;
import jp.nenkin.member.file.FileRefused;
import jp.nenkin.member.file.FileSaid;
import jp.nenkin.member.file.RowError;
import jp.nenkin.member.filing.FilingProblem;
import jp.nenkin.member.filing.ReceiptRules;
import jp.nenkin.member.plan.Refusal;

/** What is said with a file: whether the caller may, and on which day it counts as received. */
@ApplicationScoped
class FileSendings {
    private final Callers callers;
    private final Clock clock;

    FileSendings(Callers callers, Clock clock) {
        this.callers = callers;
        this.clock = clock;
    }

    Sending of(SendingParameters said) {
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
                caller.id());
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
