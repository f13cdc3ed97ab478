package jp.nenkin.member.filer;

/** A consultant's office, by the name that holds now. */
record Consultant(ConsultantCode code, String name) {}
