package jp.nenkin.member.upload;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import jp.nenkin.events.EventJson;
import jp.nenkin.member.member.MemberNumber;

/**
 * The rows of a check in the order of the file, in a temporary file that is gone when this is closed: of a row, memory
 * holds where it stands and whose it is. A row that is written again stands at the end of that file.
 */
final class CheckedRows implements AutoCloseable {
    private static final JsonMapper MAPPER = EventJson.mapper();
    private static final int FIRST_ROOM = 1_024;
    // A member number has ten digits and a file less than a million rows: both fit into one long, which sorts as both.
    private static final long ROWS = 1_000_000;

    private final Path path;
    private final RandomAccessFile file;
    private long[] places = new long[FIRST_ROOM];
    private int size;
    private long[] concerning = new long[FIRST_ROOM];
    private int concerned;

    private CheckedRows(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    static CheckedRows empty() throws IOException {
        return new CheckedRows(Files.createTempFile("checked-", ".rows"));
    }

    /** A row as it is answered, and what of it concerns the ledger. */
    record Kept(FileCheckResource.CheckedRowBody row, List<LedgerFact> facts) {}

    int size() {
        return size;
    }

    void add(Kept row) {
        if (size == ROWS) {
            throw new IllegalStateException("More rows than a file may have");
        }
        places = roomy(places, size);
        places[size] = write(row);
        size++;
    }

    /** Adds a row whose facts are a member's. */
    void add(Kept row, MemberNumber member) {
        concerning = roomy(concerning, concerned);
        concerning[concerned] = Math.addExact(Math.multiplyExact(Long.parseLong(member.value()), ROWS), size);
        concerned++;
        add(row);
    }

    private static long[] roomy(long[] room, int used) {
        return used < room.length ? room : Arrays.copyOf(room, room.length * 2);
    }

    Kept read(int row) {
        try {
            file.seek(places[row]);
            byte[] written = new byte[file.readInt()];
            file.readFully(written);
            return MAPPER.readValue(written, Kept.class);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    void replace(int row, Kept by) {
        places[row] = write(by);
    }

    private long write(Kept row) {
        try {
            byte[] written = MAPPER.writeValueAsBytes(row);
            long place = file.length();
            file.seek(place);
            file.writeInt(written.length);
            file.write(written);
            return place;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Gives the rows with facts, those of each member together in the order of the file. */
    void byMember(Consumer<List<Integer>> rowsOfMember) {
        Arrays.sort(concerning, 0, concerned);
        List<Integer> together = new ArrayList<>();
        for (int i = 0; i < concerned; i++) {
            if (i > 0 && concerning[i] / ROWS != concerning[i - 1] / ROWS) {
                rowsOfMember.accept(List.copyOf(together));
                together.clear();
            }
            together.add(Math.toIntExact(concerning[i] % ROWS));
        }
        if (!together.isEmpty()) {
            rowsOfMember.accept(List.copyOf(together));
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
        Files.deleteIfExists(path);
    }
}
