package jp.nenkin.local;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the services' virtual machines are started.
 *
 * @param options besides the usual, which they outweigh
 * @param startCaches whether they make and use what lets them start in half the time
 */
public record ServiceJava(List<String> options, boolean startCaches) {

    public ServiceJava {
        options = List.copyOf(options);
    }

    /** As tests have it. */
    public static ServiceJava withoutStartCaches() {
        return new ServiceJava(List.of(), false);
    }

    public ServiceJava withOptions(List<String> others) {
        return new ServiceJava(others, startCaches);
    }

    ServiceJava withStartCaches(boolean other) {
        return new ServiceJava(options, other);
    }

    /** The same behind other options. */
    ServiceJava after(List<String> first) {
        return new ServiceJava(Stream.concat(first.stream(), options.stream()).toList(), startCaches);
    }
}
