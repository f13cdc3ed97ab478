package jp.nenkin.keycloak.login;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.provider.ProviderConfigProperty;

/** By what name, and with what settings, a realm's flow takes up {@link BirthDateForm}. */
public final class BirthDateFormFactory implements AuthenticatorFactory {

    /** The name in realm files. */
    public static final String ID = "nenkin-birth-date-form";

    /** The setting that limits failures of one network address in a quarter of an hour. */
    public static final String TRIES_OF_ADDRESS = "triesOfAddress";

    private static final int USUAL_TRIES_OF_ADDRESS = 20;
    private static final BirthDateForm FORM = new BirthDateForm();

    static int triesOfAddress(AuthenticationFlowContext context) {
        AuthenticatorConfigModel settings = context.getAuthenticatorConfig();
        String tries = settings == null ? null : settings.getConfig().get(TRIES_OF_ADDRESS);
        return tries == null ? USUAL_TRIES_OF_ADDRESS : Integer.parseInt(tries);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return FORM;
    }

    @Override
    public String getDisplayType() {
        return "Login ID, password and birth date";
    }

    @Override
    public String getHelpText() {
        return "One page, and one answer whichever of the three is wrong.";
    }

    @Override
    public String getReferenceCategory() {
        return PasswordCredentialModel.TYPE;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(new ProviderConfigProperty(
                TRIES_OF_ADDRESS,
                "Failures of one address",
                "How many failures one network address has in fifteen minutes, whomever they are about.",
                ProviderConfigProperty.STRING_TYPE,
                Integer.toString(USUAL_TRIES_OF_ADDRESS)));
    }

    @Override
    public void init(Config.Scope config) {
        // All settings are the flow's.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Needs nothing else of the server.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
