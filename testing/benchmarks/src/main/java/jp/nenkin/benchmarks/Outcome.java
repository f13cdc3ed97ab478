package jp.nenkin.benchmarks;

/** What a benchmark has come to. */
interface Outcome {

    /** All figures as text, then what they were held to. */
    String report();

    /** Whether everything is as it must be. */
    boolean passes();
}
