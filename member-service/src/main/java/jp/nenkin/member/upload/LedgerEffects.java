package jp.nenkin.member.upload;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Language;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.upload.FileCheckResource.EffectBody;
import jp.nenkin.member.upload.FileCheckResource.NextBillBody;
import jp.nenkin.member.upload.FilingFileResource.ReasonBody;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells of checked rows what they would cost, as the ledger says it to the caller. */
@ApplicationScoped
class LedgerEffects {
    private static final Logger LOG = Logger.getLogger(LedgerEffects.class);
    private static final int MOST_FACTS = 500;
    private static final int UNAUTHORIZED = 401;
    private static final int FAULTS = 500;

    private final LedgerApi ledger;
    private final SecurityIdentity identity;

    LedgerEffects(@RestClient LedgerApi ledger, SecurityIdentity identity) {
        this.ledger = ledger;
        this.identity = identity;
    }

    /**
     * What was told of the rows of a file.
     *
     * @param returned how many of them the ledger would refuse
     * @param bill null where no row changes it, and where not all is known
     * @param unavailable why not all is known; null where it is
     */
    record Told(
            int returned,
            @Nullable NextBillBody bill,
            @Nullable ReasonBody unavailable) {}

    /**
     * Writes the effect of each row to it; the ledger's being away is told and fails nothing. The ledger knows of no
     * delegations, so a consultant is told no yen.
     */
    Told tell(CheckedRows rows, Sending sending, Language language) {
        return switch (sending.whose()) {
            case Whose.OneEstablishment(var number) ->
                sending.sender() instanceof Caller.Consultant ? withheld(language) : tell(rows, number, language);
            case Whose.Delegating _ -> withheld(language);
        };
    }

    private static Told withheld(Language language) {
        return new Told(0, null, ReasonBody.of(Reason.of(UploadProblem.EFFECTS_NOT_FOR_CONSULTANTS), language));
    }

    private Told tell(CheckedRows rows, EstablishmentNumber establishment, Language language) {
        Asking asking = new Asking(rows, establishment, language, authorization());
        rows.byMember(asking::member);
        return asking.told();
    }

    private String authorization() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return "Bearer " + token.getRawToken();
        }
        throw Callers.forbidden();
    }

    /** A row and where it stands. */
    private record Numbered(int number, CheckedRows.Kept kept) {}

    /** Asks about whole members, whose facts build on each other, as many as go into one request. */
    private final class Asking {
        private final CheckedRows rows;
        private final EstablishmentNumber establishment;
        private final Language language;
        private final String authorization;
        private final NextBill bill = new NextBill();
        private final List<Numbered> batch = new ArrayList<>();
        private int facts;
        private int returned;
        private boolean away;
        private @Nullable UploadProblem unavailable;

        Asking(CheckedRows rows, EstablishmentNumber establishment, Language language, String authorization) {
            this.rows = rows;
            this.establishment = establishment;
            this.language = language;
            this.authorization = authorization;
        }

        void member(List<Integer> numbers) {
            if (away) {
                return;
            }
            List<Numbered> ofMember = numbers.stream()
                    .limit(MOST_FACTS + 1L)
                    .map(number -> new Numbered(number, rows.read(number)))
                    .toList();
            int more =
                    ofMember.stream().mapToInt(row -> row.kept().facts().size()).sum();
            if (more > MOST_FACTS) {
                unavailable = UploadProblem.EFFECTS_TOO_MANY;
                return;
            }
            if (facts + more > MOST_FACTS) {
                ask();
            }
            batch.addAll(ofMember);
            facts += more;
        }

        Told told() {
            ask();
            return unavailable == null
                    ? new Told(returned, bill.body(), null)
                    : new Told(returned, null, ReasonBody.of(Reason.of(unavailable), language));
        }

        private void ask() {
            if (batch.isEmpty() || away) {
                return;
            }
            List<LedgerFact> asked =
                    batch.stream().flatMap(row -> row.kept().facts().stream()).toList();
            try {
                tell(ledger.preview(authorization, new LedgerApi.FactsBody(establishment.value(), asked)));
            } catch (WebApplicationException refusal) {
                int status = refusal.getResponse().getStatus();
                away = status == UNAUTHORIZED || status >= FAULTS;
                unavailable = away ? UploadProblem.LEDGER_AWAY : UploadProblem.LEDGER_NOT_TOLD;
                LOG.warnf("The ledger told no effects: %s", refusal);
            } catch (ProcessingException fault) {
                away = true;
                unavailable = UploadProblem.LEDGER_AWAY;
                LOG.warnf("The ledger told no effects: %s", fault);
            }
            batch.clear();
            facts = 0;
        }

        private void tell(LedgerApi.FactsAnswer answer) {
            if (answer.facts().size() != facts) {
                throw new IllegalStateException("%d facts were asked, %d answered"
                        .formatted(facts, answer.facts().size()));
            }
            if (!bill.isOf(answer.nextMonth())) {
                away = true;
                unavailable = UploadProblem.LEDGER_MOVED_ON;
                return;
            }
            Iterator<LedgerApi.FactAnswer> answers = answer.facts().iterator();
            for (Numbered row : batch) {
                List<LedgerApi.FactAnswer> ofRow = new ArrayList<>();
                row.kept().facts().forEach(_ -> ofRow.add(answers.next()));
                ofRow.forEach(fact -> bill.add(answer.nextMonth(), fact));
                tell(row, ofRow);
            }
        }

        private void tell(Numbered row, List<LedgerApi.FactAnswer> answers) {
            FileCheckResource.CheckedRowBody told = row.kept().row().with(EffectBody.of(answers));
            for (LedgerApi.FactAnswer answer : answers) {
                String refusal = answer.refusal();
                if (refusal != null && told.ledgerRefusal() == null) {
                    Reason reason = Reason.of(UploadProblem.LEDGER_REFUSES, Map.of("refusal", refusal));
                    told = told.refused(refusal, ReasonBody.of(reason, language));
                    returned++;
                }
            }
            rows.replace(row.number(), new CheckedRows.Kept(told, List.of()));
        }
    }
}
