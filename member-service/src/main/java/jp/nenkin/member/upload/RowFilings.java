package jp.nenkin.member.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jp.nenkin.kit.Database;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.filing.FiledForms;
import jp.nenkin.member.filing.FilingProblem;
import jp.nenkin.member.filing.Receipt;
import jp.nenkin.member.member.MemberIndex;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/** Files one row after the other within one transaction, each so that a refused one leaves nothing. */
@ApplicationScoped
class RowFilings {
    private final FiledForms forms;
    private final MemberIndex index;
    private final EntityManager entities;
    private final Database database;

    RowFilings(FiledForms forms, MemberIndex index, EntityManager entities, Database database) {
        this.forms = forms;
        this.index = index;
        this.entities = entities;
        this.database = database;
    }

    /** What a row comes to; if it is a filing, that is written, with its facts and events, or that it waits. */
    RowOutcome file(FiledForm form, EstablishmentNumber establishment, Receipt receipt) {
        savepoint("SAVEPOINT filed_row");
        RowOutcome outcome = attempt(form, establishment, receipt);
        switch (outcome) {
            case RowOutcome.Processed _, RowOutcome.Waits _ -> {
                entities.flush();
                // Of a hundred thousand rows, none is looked at again.
                entities.clear();
            }
            case RowOutcome.NotApplicable _, RowOutcome.Returned _ -> {
                entities.clear();
                savepoint("ROLLBACK TO SAVEPOINT filed_row");
            }
        }
        savepoint("RELEASE SAVEPOINT filed_row");
        return outcome;
    }

    private RowOutcome attempt(FiledForm form, EstablishmentNumber establishment, Receipt receipt) {
        try {
            return take(form, establishment, receipt);
        } catch (Problem refused) {
            return refused.code() == FilingProblem.RIGHT_NOT_REACHABLE
                    ? new RowOutcome.NotApplicable(null, Reason.of(refused))
                    : new RowOutcome.Returned(Reason.of(refused));
        }
    }

    /** The same for one row alone; refused with a {@link Problem}, after which the transaction is not to go on. */
    RowOutcome take(FiledForm form, EstablishmentNumber establishment, Receipt receipt) {
        // Whom a kept row is about is asked when it is used: an employer's reckonings are not of members alone.
        @Nullable
        MemberNumber member = FiledForms.isKept(form)
                ? null
                : new MemberMatching(index, establishment).member(form).orElse(null);
        return switch (forms.take(form, new FiledForms.Filer(establishment, member, receipt))) {
            case FiledForms.Outcome.Filed(var filing, var whose, var events) ->
                new RowOutcome.Processed(filing, whose, events);
            case FiledForms.Outcome.Waits(var held, var whose, var reasons) ->
                new RowOutcome.Waits(
                        held, whose, reasons.stream().map(Reason::of).toList());
            case FiledForms.Outcome.NotApplicable(var why) ->
                new RowOutcome.NotApplicable(member, Reason.of(why.problem(), why.values()));
        };
    }

    /** Also the way back to where one began: what is written between is as if it had never been. */
    void savepoint(String command) {
        database.update(command, Database.Binding.NONE);
    }
}
