package jp.nenkin.member.file;

import jp.nenkin.kit.Text;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file.
 *
 * @param number from 1, as it stands in the file; null where the file lacks the column
 * @param name its name in the layout
 */
public record Column(@Nullable Integer number, Text name) {}
