package jp.nenkin.member.establishment;

/** The number of an employer site: 7 digits. */
public record EstablishmentNumber(String value) {
    public static final String FORM = "^[0-9]{7}$";

    public EstablishmentNumber {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("Not an establishment number: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
