package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A row of an employer's file.
 *
 * @param line on which it begins, from 1
 */
public record FileRow(UUID file, long line) {

    public FileRow {
        requireNonNull(file, "file");
        if (line < 1) {
            throw new IllegalArgumentException("line is less than 1: " + line);
        }
    }
}
