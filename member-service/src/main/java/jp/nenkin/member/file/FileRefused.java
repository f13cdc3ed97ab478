package jp.nenkin.member.file;

import java.util.List;
import java.util.Map;
import jp.nenkin.member.plan.Refusal;

/** A file is not read, or not read further: which rule it breaks as a whole, and where. */
public final class FileRefused extends RuntimeException {
    private final transient Refusal refusal;
    private final transient List<RowError> errors;

    private FileRefused(Refusal refusal, List<RowError> errors) {
        // An expected answer: its stack would tell nothing.
        super(refusal.problem().code() + " " + refusal.values(), null, false, false);
        this.refusal = refusal;
        this.errors = List.copyOf(errors);
    }

    static FileRefused because(FileProblem problem, Map<String, Object> values) {
        return new FileRefused(new Refusal(problem, values), List.of());
    }

    static FileRefused because(FileProblem problem, List<RowError> errors) {
        return new FileRefused(new Refusal(problem, Map.of("count", errors.size())), errors);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** The errors in the file's own lines that led to it; none where it is the file as a whole. */
    public List<RowError> errors() {
        return errors;
    }
}
