package jp.nenkin.local;

/**
 * The program that a build of this module leaves running: it makes what every test run copies, while the services are
 * still being compiled. Whoever asks for it earlier waits, or makes it when this one has ended before.
 */
public final class PrepareTests {
    private PrepareTests() {}

    public static void main(String[] arguments) {
        PreparedDatabases.make();
    }
}
