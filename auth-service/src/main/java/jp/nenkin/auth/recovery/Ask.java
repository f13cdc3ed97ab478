package jp.nenkin.auth.recovery;

import java.util.UUID;

/** Somebody who was matched with a member, and asks for a link. */
record Ask(UUID id, String memberNumber, Recovery.Kind kind) {}
