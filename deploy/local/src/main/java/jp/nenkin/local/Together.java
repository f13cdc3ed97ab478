package jp.nenkin.local;

import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs steps side by side; when one fails or we are interrupted, the others are interrupted and awaited. */
final class Together {
    private Together() {}

    static void run(Collection<? extends Callable<?>> steps) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<Object> ended = new ExecutorCompletionService<>(threads);
            steps.forEach(step -> ended.submit(step::call));
            try {
                for (int i = 0; i < steps.size(); i++) {
                    ended.take().get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw fault(e.getCause() == null ? e : e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new LocalFault("Interrupted", e);
            }
        }
    }

    static LocalFault fault(Throwable cause) {
        return cause instanceof LocalFault told ? told : new LocalFault(String.valueOf(cause), cause);
    }
}
