package jp.nenkin.kit;

/** Two consumers took the same event at once: this one's effect is undone, and asked again it finds the event taken. */
final class TakenMeanwhile extends RuntimeException {
    TakenMeanwhile(Exception cause) {
        super(cause);
    }
}
