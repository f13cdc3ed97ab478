package jp.nenkin.member.name;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which character stands for which others, read from a file of lines: the one, then those it stands for. */
final class CharacterTable {
    private static final String COMMENT = "#";

    private final Map<Integer, String> targets;

    private CharacterTable(Map<Integer, String> targets) {
        this.targets = Map.copyOf(targets);
    }

    /** The table in a file beside this class; an unreadable or contradictory file is a fault of the build. */
    static CharacterTable read(String resource) {
        try (InputStream file = Objects.requireNonNull(CharacterTable.class.getResourceAsStream(resource), resource)) {
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The table in a text; throws where a character has two targets or its target has one itself. */
    static CharacterTable of(String text) {
        Map<Integer, String> targets = new HashMap<>();
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(COMMENT))
                .forEach(line -> addLine(line, targets));
        for (String target : targets.values()) {
            if (targets.containsKey(target.codePointAt(0))) {
                throw new IllegalArgumentException("Stands for others and is stood for: " + target);
            }
        }
        return new CharacterTable(targets);
    }

    private static void addLine(String line, Map<Integer, String> targets) {
        List<String> characters = List.of(line.strip().split(" ", -1));
        for (String variant : characters.subList(1, characters.size())) {
            if (variant.codePointCount(0, variant.length()) != 1) {
                throw new IllegalArgumentException("Not one character: " + variant + " in " + line);
            }
            if (targets.putIfAbsent(variant.codePointAt(0), characters.getFirst()) != null) {
                throw new IllegalArgumentException("Twice in the table: " + variant);
            }
        }
    }

    /** The character that stands for this one, if it is not itself. */
    Optional<String> target(int codePoint) {
        return Optional.ofNullable(targets.get(codePoint));
    }

    /** The character that stands for this one, which may be itself. */
    String fold(int codePoint) {
        return targets.getOrDefault(codePoint, Character.toString(codePoint));
    }
}
