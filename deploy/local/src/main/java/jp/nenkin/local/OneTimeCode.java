package jp.nenkin.local;

import java.nio.file.Path;
import java.util.List;

/** The program behind {@code ./nenkin code}: the one-time code with which an officer signs in to the portal next. */
public final class OneTimeCode {
    private OneTimeCode() {}

    public static void main(String[] arguments) {
        try {
            System.out.println(code(List.of(arguments)));
        } catch (LocalFault | IllegalStateException e) {
            System.err.println("nenkin code: " + e.getMessage());
            System.exit(1);
        }
    }

    private static String code(List<String> arguments) {
        return switch (arguments.size()) {
            case 1 -> in(ProjectFolder.root().resolve(".nenkin/data")).oneTimeCode(arguments.getFirst());
            case 3 -> in(data(arguments)).oneTimeCode(arguments.getFirst());
            default -> throw new LocalFault("whose code? ./nenkin code LOGIN-ID [--data DIR]");
        };
    }

    private static Path data(List<String> arguments) {
        if (!arguments.get(1).equals("--data")) {
            throw new LocalFault("Unknown option " + arguments.get(1) + "; see ./nenkin help");
        }
        return Path.of(arguments.get(2));
    }

    private static RunningSystem in(Path data) {
        return RunningSystem.in(data.toAbsolutePath());
    }
}
