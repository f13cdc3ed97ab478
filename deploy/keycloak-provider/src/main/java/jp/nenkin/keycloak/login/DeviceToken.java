package jp.nenkin.keycloak.login;

import org.keycloak.TokenCategory;
import org.keycloak.representations.JsonWebToken;

/** What a browser keeps in which a member has signed in: signed by the realm's own key, with no right in it. */
public final class DeviceToken extends JsonWebToken {

    /** Tells it from the realm's other tokens, which the same key signs. */
    static final String TYPE = "nenkin-device";

    /** For the JSON reader. */
    public DeviceToken() {}

    static DeviceToken of(String userId, String device, long expiresAt) {
        DeviceToken token = new DeviceToken();
        token.type(TYPE);
        token.subject(userId);
        token.id(device);
        token.exp(expiresAt);
        return token;
    }

    /** Whether it is about this person and still good. */
    boolean isOf(String userId) {
        return TYPE.equals(getType()) && userId.equals(getSubject()) && isActive();
    }

    @Override
    public TokenCategory getCategory() {
        return TokenCategory.INTERNAL;
    }
}
