package jp.nenkin.kit;

/** An event that cannot be processed as things are: it is parked with the reason until an officer has it retried. */
public final class CannotProcess extends RuntimeException {
    private final String reason;
    private final String detail;

    /**
     * @param reason a stable code, {@code member-unknown}
     * @param detail for officers: what is at fault, without personal data but numbers
     */
    public CannotProcess(String reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    public String reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }

    /** A refusal says why itself. Of what was not foreseen only the type is told: its text may hold anything. */
    static CannotProcess because(Throwable fault) {
        return switch (fault) {
            case CannotProcess known -> known;
            case Problem problem ->
                new CannotProcess(
                        problem.code().code(), problem.code().detail().in(Language.JAPANESE, problem.values()));
            default -> new CannotProcess("unexpected", fault.getClass().getName());
        };
    }
}
