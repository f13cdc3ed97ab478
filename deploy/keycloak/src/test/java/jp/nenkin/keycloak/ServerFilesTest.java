package jp.nenkin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFilesTest {
    @TempDir
    private Path home;

    @Test
    void every_file_of_ours_gets_to_the_server() throws IOException, URISyntaxException {
        Path ours = Path.of(
                Objects.requireNonNull(ServerFiles.class.getResource("/server")).toURI());

        ServerFiles.installInto(home);

        assertThat(files(home)).isNotEmpty().isEqualTo(files(ours));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }
}
