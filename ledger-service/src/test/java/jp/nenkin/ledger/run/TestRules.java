package jp.nenkin.ledger.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.Rows;
import jp.nenkin.ledger.money.MemberNumber;

/** Rules that a test makes up. */
public final class TestRules implements RunRules {
    public static final String COMPLETED = "jp.nenkin.ledger.RunCompleted.v1";

    private final BiFunction<MemberNumber, List<NewestRow>, List<NewRow>> computation;
    private Runnable beforeCompletion = () -> {};

    private TestRules(BiFunction<MemberNumber, List<NewestRow>, List<NewRow>> computation) {
        this.computation = computation;
    }

    public static TestRules of(BiFunction<MemberNumber, List<NewestRow>, List<NewRow>> computation) {
        return new TestRules(computation);
    }

    /** An event of this amount for every stream. */
    public static TestRules adding(long amount) {
        return of((member, newest) ->
                newest.stream().map(row -> Rows.after(row, amount)).toList());
    }

    TestRules beforeCompletion(Runnable act) {
        beforeCompletion = act;
        return this;
    }

    @Override
    public RunComputation computation(Run run) {
        return computation::apply;
    }

    @Override
    public CompletionEvent completion(Run run, RunTotals totals, Instant completedAt) {
        beforeCompletion.run();
        RunRequest request = run.request();
        String payload = """
                {"runId":"%s","kind":"%s","period":"%s","events":%d,"total":%d,"completedAt":"%s"}""".formatted(
                        request.id(),
                        request.kind(),
                        request.period(),
                        totals.events(),
                        totals.amount().amount(),
                        completedAt);
        return new CompletionEvent(COMPLETED, payload.getBytes(UTF_8));
    }
}
