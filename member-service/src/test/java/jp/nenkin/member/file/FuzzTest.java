package jp.nenkin.member.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.nenkin.member.plan.PlanData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, a file is read or refused with declared errors; seeded, so that a finding comes again. */
class FuzzTest {
    private static final int FILES = 2_000;
    private static final FileLimits LIMITS = new FileLimits(1_000_000, 1_000, 2_000, 40);

    private final EmployerFiles files = new EmployerFiles(PlanData.standard(), LIMITS);
    private int read;
    private int refused;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_250_401, 640_107})
    void random_bytes_are_read_or_refused(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            readOrRefuse(bytes);
        }
        assertThat(refused).isEqualTo(FILES);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 20_250_402, 640_108})
    void good_files_with_random_damage_are_read_or_refused(long seed) throws IOException {
        Random random = new Random(seed);
        List<byte[]> good = good();
        for (int i = 0; i < FILES; i++) {
            readOrRefuse(damaged(good.get(random.nextInt(good.size())), random));
        }
        assertThat(read).isGreaterThan(FILES / 4);
        assertThat(refused).isGreaterThan(FILES / 20);
    }

    private void readOrRefuse(byte[] bytes) throws IOException {
        List<FiledRow> rows = new ArrayList<>();
        try {
            FileSummary summary = files.read(() -> new ByteArrayInputStream(bytes), FileSaid.nothing(), rows::add);
            assertThat(summary.rows()).isEqualTo(rows.size());
            read++;
        } catch (FileRefused declared) {
            assertThat(declared.refusal().problem()).isInstanceOf(FileProblem.class);
            refused++;
        }
    }

    private static List<byte[]> good() {
        String ours = """
                type,establishmentNumber,name,nameKana,birthDate,acquiredOn,firstBaseSalary,secondUnits,memberNumber,\
                lostOn,cause,filingId,correctedType
                Enrolment,0000001,髙﨑 一郎,ﾀｶｻｷ,5-640107,2025/4/1,"300,000",5,,,,,
                Loss,0000001,,,,,,,1234,2025-04-01,OTHER,,
                Correction,0000001,,,,,,,1234,2025-04-01,OTHER,01890a5d-ac96-774b-bcce-b302099a8057,Loss
                """;
        return List.of(
                ours.getBytes(StandardCharsets.UTF_8),
                ours.getBytes(LayoutWriter.WINDOWS_31J),
                LayoutWriter.shfd()
                        .line(LayoutWriter.acquisition(), 34)
                        .line(LayoutWriter.loss(), 27)
                        .line(LayoutWriter.reckoning("2225700"), 53)
                        .line(LayoutWriter.reckoning("2221700"), 49)
                        .bytes(),
                LayoutWriter.knfd()
                        .line(LayoutWriter.acquisition(), 55)
                        .line(LayoutWriter.loss(), 51)
                        .bytes());
    }

    /** A few bytes changed, taken out or put in; mostly by such as mean something. */
    private static byte[] damaged(byte[] good, Random random) {
        byte[] meaning = "0123456789,\"\r\n-/ [\u0001".getBytes(StandardCharsets.US_ASCII);
        List<Byte> bytes = new ArrayList<>();
        for (byte one : good) {
            bytes.add(one);
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(bytes.size());
            byte one =
                    random.nextInt(3) == 0 ? (byte) (random.nextInt(255) + 1) : meaning[random.nextInt(meaning.length)];
            switch (random.nextInt(3)) {
                case 0 -> bytes.set(at, one);
                case 1 -> bytes.add(at, one);
                default -> bytes.remove(at);
            }
        }
        byte[] damaged = new byte[bytes.size()];
        for (int i = 0; i < damaged.length; i++) {
            damaged[i] = bytes.get(i);
        }
        return damaged;
    }
}
