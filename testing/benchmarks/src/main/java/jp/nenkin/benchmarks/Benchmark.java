package jp.nenkin.benchmarks;

/** Something measured against references in the same run. */
interface Benchmark {

    /** Measures; throws when contender and references do not agree on the result. */
    Outcome measure() throws Exception;
}
