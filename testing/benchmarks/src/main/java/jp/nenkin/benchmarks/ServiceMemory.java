package jp.nenkin.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What memory the service's process takes, as its JVM and the kernel tell it. */
final class ServiceMemory {
    private static final Pattern AFTER = Pattern.compile("->(\\d+)M\\(");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final Path log;

    private ServiceMemory(Path log) {
        this.log = log;
    }

    static ServiceMemory watched() throws IOException {
        return new ServiceMemory(Files.createTempFile("fund-year-", ".gc"));
    }

    /** What the service is told besides the usual, by which it ends anyway when its heap does not do. */
    List<String> javaOptions() {
        return List.of("-Xlog:gc:file=" + log + "::filecount=0");
    }

    /** The most that was left on the heap after a collection, in MiB, and how many there were. */
    record Heap(long peak, long collections) {}

    Heap heap() throws IOException {
        List<Long> left = AFTER.matcher(Files.readString(log))
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .toList();
        return new Heap(left.stream().mapToLong(Long::longValue).max().orElse(0), left.size());
    }

    /** The most that was resident of the process so far, in MiB; 0 where the kernel does not tell. */
    long resident() throws IOException {
        Path status = Path.of("/proc", Long.toString(process().pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return PEAK.matcher(Files.readString(status))
                .results()
                .map(MatchResult::group)
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** The one child that was told to write the log; the shell around it has another command. */
    private ProcessHandle process() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .filter(child -> child.info().commandLine().orElse("").contains(log.toString()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the ledger service is not running any more"));
    }

    void forget() throws IOException {
        Files.deleteIfExists(log);
    }
}
