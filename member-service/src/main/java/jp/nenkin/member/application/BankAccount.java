package jp.nenkin.member.application;

import java.util.regex.Pattern;

/** The account that a member's benefits are paid to. */
record BankAccount(String bankCode, String branchCode, AccountKind kind, String number, ZenginName holder) {
    static final String BANK_FORM = "^[0-9]{4}$";
    static final String BRANCH_FORM = "^[0-9]{3}$";
    static final String NUMBER_FORM = "^[0-9]{7}$";
    private static final int SHOWN = 3;

    BankAccount {
        if (!Pattern.matches(BANK_FORM, bankCode)
                || !Pattern.matches(BRANCH_FORM, branchCode)
                || !Pattern.matches(NUMBER_FORM, number)) {
            throw new IllegalArgumentException("Not a bank account");
        }
    }

    /** The number's last digits alone, for those who need to recognise it and no more. */
    String maskedNumber() {
        int hidden = number.length() - SHOWN;
        return "*".repeat(hidden) + number.substring(hidden);
    }

    /** Masked, because logs keep it. */
    @Override
    public String toString() {
        return bankCode + "-" + branchCode + " " + maskedNumber();
    }
}
