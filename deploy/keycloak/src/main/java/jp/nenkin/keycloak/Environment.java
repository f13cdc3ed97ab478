package jp.nenkin.keycloak;

import java.util.Map;
import java.util.Objects;

/** What a program was told by environment variables. */
public record Environment(Map<String, String> variables) {

    public Environment {
        variables = Map.copyOf(variables);
    }

    public static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    /** The value of a variable that must be there. */
    public String of(String name) {
        return Objects.requireNonNull(variables.get(name), () -> "the variable " + name + " is not set");
    }

    /** Leaves the values out, since some are secrets. */
    @Override
    public String toString() {
        return "Environment" + variables.keySet();
    }
}
