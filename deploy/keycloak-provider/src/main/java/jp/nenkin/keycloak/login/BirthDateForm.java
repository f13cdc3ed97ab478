package jp.nenkin.keycloak.login;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Login ID, password and birth date on one page. Whichever is wrong, and whether the account is unknown, stopped or
 * guessed at too often: the answer is the same page, and the way to it costs the same, one password hash and one
 * question to the database that finds nobody.
 */
final class BirthDateForm implements Authenticator {

    /** How many tries one account has, from strangers' browsers together, and from each of its own. */
    static final int TRIES_OF_ACCOUNT = 5;

    private static final String WRONG = "invalidMemberMessage";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> known = new MultivaluedHashMap<>();
        UserModel again = context.getUser();
        String hint = context.getAuthenticationSession().getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM);
        String loginId = again == null ? hint : again.getUsername();
        if (loginId != null) {
            known.putSingle(Given.LOGIN_ID, loginId);
        }
        context.challenge(page(context.form().setFormData(known)));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Given given = Given.of(context.getHttpRequest().getDecodedFormParameters());
        context.getEvent().detail(Details.USERNAME, given.loginId());
        context.getAuthenticationSession()
                .setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, given.loginId());
        Optional<UserModel> user = find(context, given.loginId());
        Tries tries = new Tries(context.getSession().singleUseObjects());
        Optional<List<Tries.Place>> places = places(context, tries, given, user);
        boolean mayTry = places.isPresent() && user.isPresent() && user.get().isEnabled();
        boolean password = passwordIsRight(context, mayTry ? user.get() : null, given.password());
        boolean birthDate = given.isBornOn(
                user.map(there -> there.getFirstAttribute("birthDate")).orElse(null));
        if (mayTry && password && birthDate) {
            places.get().forEach(tries::giveBack);
            enter(context, user.get());
        } else {
            refuse(context, given, user.orElse(null), error(user, places.isPresent()));
        }
    }

    /**
     * What one try takes: a browser known for this account has tries of its own, and whoever else may be in its network
     * or guesses at the account does not lessen them. Everybody else takes one of the address's and then one of the
     * account's: an address that has none left must not use up those of any number of accounts.
     */
    private static Optional<List<Tries.Place>> places(
            AuthenticationFlowContext context, Tries tries, Given given, Optional<UserModel> user) {
        DeviceCookie cookie = new DeviceCookie(context.getSession());
        Optional<String> device = user.flatMap(cookie::deviceOf);
        if (device.isPresent()) {
            return tries.take("device/" + device.get(), TRIES_OF_ACCOUNT).map(List::of);
        }
        String network = Network.of(context.getConnection().getRemoteAddr());
        // By the login ID as typed, not by the account: one that nobody has is counted the same way.
        String account = given.loginId().toLowerCase(Locale.ROOT)
                + user.map(BirthDateForm::passwordMade).orElse("");
        return tries.take("address/" + network, BirthDateFormFactory.triesOfAddress(context))
                .flatMap(ofAddress -> tries.take("account/" + account, TRIES_OF_ACCOUNT)
                        .map(ofAccount -> List.of(ofAddress, ofAccount)));
    }

    /** Whoever has just proven by mail or letter who he is begins anew with his new password. */
    private static String passwordMade(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .map(password -> "/" + password.getCreatedDate())
                .findFirst()
                .orElse("");
    }

    /** Who signs in again, to change a password, must be the one who is signed in. */
    private static Optional<UserModel> find(AuthenticationFlowContext context, String loginId) {
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        UserModel found = loginId.isEmpty() ? null : session.users().getUserByUsername(realm, loginId);
        if (found != null || loginId.isEmpty()) {
            // Whom Keycloak remembers costs no question to the database, and whom nobody knows costs one.
            session.users().getUserByUsername(realm, KeycloakModelUtils.generateId());
        }
        UserModel signedIn = context.getUser();
        boolean other = signedIn != null && found != null && !signedIn.getId().equals(found.getId());
        return other ? Optional.empty() : Optional.ofNullable(found);
    }

    /** @param user nobody for whom it cannot be right; a hash is then computed for nothing */
    private static boolean passwordIsRight(
            AuthenticationFlowContext context, @Nullable UserModel user, String password) {
        if (user == null || !user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)) {
            AuthenticatorUtils.dummyHash(context);
            return false;
        }
        return user.credentialManager().isValid(UserCredentialModel.password(password));
    }

    private static void enter(AuthenticationFlowContext context, UserModel user) {
        context.setUser(user);
        context.getAuthenticationSession().setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
        new DeviceCookie(context.getSession()).give(user);
        context.success(PasswordCredentialModel.TYPE);
    }

    /** For the fund's records only: the page does not tell these apart. */
    private static String error(Optional<UserModel> user, boolean mightTry) {
        if (user.isEmpty()) {
            return Errors.USER_NOT_FOUND;
        }
        if (!user.get().isEnabled()) {
            return Errors.USER_DISABLED;
        }
        return mightTry ? Errors.INVALID_USER_CREDENTIALS : Errors.USER_TEMPORARILY_DISABLED;
    }

    /** The challenge is forced: Keycloak's own count would stop the member together with the strangers. */
    private static void refuse(AuthenticationFlowContext context, Given given, @Nullable UserModel user, String error) {
        if (user != null) {
            context.getEvent().user(user);
        }
        context.getEvent().error(error);
        MultivaluedMap<String, String> kept = new MultivaluedHashMap<>();
        kept.putSingle(Given.LOGIN_ID, given.loginId());
        LoginFormsProvider form = context.form().setFormData(kept).addError(new FormMessage(Given.LOGIN_ID, WRONG));
        context.forceChallenge(page(form));
    }

    private static Response page(LoginFormsProvider form) {
        return form.setAttribute("birthDateAsked", true).createLoginUsernamePassword();
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // Nothing can be set up: an account has password and birth date from its registration on.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
