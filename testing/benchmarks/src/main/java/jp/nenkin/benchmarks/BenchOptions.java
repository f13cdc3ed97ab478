package jp.nenkin.benchmarks;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a benchmark is asked for on the command line.
 *
 * @param quick a smaller one, for a quick look
 * @param seed what is drawn is drawn from it
 * @param accounts another size; empty for the benchmark's own
 */
record BenchOptions(String name, boolean quick, long seed, OptionalInt accounts) {
    private static final int FEWEST = 1_000;

    /** Reads the words; empty when they are none of ours. */
    static Optional<BenchOptions> parse(String... words) {
        BenchOptions options = new BenchOptions("", false, 1, OptionalInt.empty());
        try {
            for (int place = 0; place < words.length; place++) {
                options = switch (words[place]) {
                    case "--quick" -> new BenchOptions(options.name, true, options.seed, options.accounts);
                    case "--seed" -> options.withSeed(Long.parseLong(words[++place]));
                    case "--accounts" -> options.withAccounts(Integer.parseInt(words[++place]));
                    default -> options.named(words[place]);
                };
            }
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
        return Optional.of(options).filter(read -> !read.name.isEmpty());
    }

    private BenchOptions named(String word) {
        if (!name.isEmpty() || word.startsWith("-")) {
            throw new IllegalArgumentException(word);
        }
        return new BenchOptions(word, quick, seed, accounts);
    }

    private BenchOptions withSeed(long other) {
        return new BenchOptions(name, quick, other, accounts);
    }

    private BenchOptions withAccounts(int other) {
        if (other < FEWEST) {
            throw new IllegalArgumentException("--accounts " + other);
        }
        return new BenchOptions(name, quick, seed, OptionalInt.of(other));
    }
}
