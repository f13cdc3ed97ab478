package jp.nenkin.auth.edge;

import java.util.Comparator;
import java.util.Map;

/**
 * How many bytes a body may have.
 *
 * @param general where no path says otherwise
 * @param byPath by the beginning of the path as the browser asks for it; the longest that fits holds
 */
record UploadLimits(long general, Map<String, Long> byPath) {
    UploadLimits {
        byPath = Map.copyOf(byPath);
    }

    long of(ApiPath path) {
        return byPath.entrySet().stream()
                .filter(limit ->
                        path.whole().equals(limit.getKey()) || path.whole().startsWith(limit.getKey() + "/"))
                .max(Comparator.comparingInt(limit -> limit.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(general);
    }
}
