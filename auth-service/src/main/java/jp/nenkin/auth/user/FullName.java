package jp.nenkin.auth.user;

/** What a user is called. */
record FullName(String family, String given) {
    /** Letters of any script, digits, and what stands between them: what Keycloak takes for a name, and less. */
    static final String FORM = "^[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} '’.・-]*$";

    static final int LONGEST = 100;
}
