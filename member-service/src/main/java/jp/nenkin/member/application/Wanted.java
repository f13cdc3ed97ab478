package jp.nenkin.member.application;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is to be in effect once an application is accepted. */
sealed interface Wanted {
    ApplicationType type();

    /**
     * Another address.
     *
     * @param postcode 7 digits
     */
    record Address(String postcode, String address, LocalDate changedOn) implements Wanted {
        @Override
        public ApplicationType type() {
            return ApplicationType.ADDRESS_CHANGE;
        }
    }

    /** Another account for benefits. */
    record Account(BankAccount account) implements Wanted {
        @Override
        public ApplicationType type() {
            return ApplicationType.BANK_ACCOUNT_CHANGE;
        }
    }

    /**
     * Another name.
     *
     * @param kana or name: one of them at least
     * @param evidence what shows it, in words
     */
    record Name(@Nullable String name, @Nullable String kana, LocalDate changedOn, String evidence) implements Wanted {
        @Override
        public ApplicationType type() {
            return ApplicationType.NAME_CHANGE;
        }
    }
}
