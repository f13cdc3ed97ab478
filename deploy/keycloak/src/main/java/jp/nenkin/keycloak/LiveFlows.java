package jp.nenkin.keycloak;

import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.RequiredActionConfigRepresentation;

/**
 * How people sign in to a running realm: a flow is as declared or is made again whole, since its steps have no names by
 * which one could be told from another.
 */
final class LiveFlows {

    private final AuthenticationManagementResource realm;
    private final BiConsumer<String, Runnable> write;

    /** @param write makes a change and notes it in words */
    LiveFlows(AuthenticationManagementResource realm, BiConsumer<String, Runnable> write) {
        this.realm = realm;
        this.write = write;
    }

    void flow(AuthenticationFlowRepresentation declared, FlowSteps file) {
        String alias = declared.getAlias();
        boolean there =
                realm.getFlows().stream().anyMatch(flow -> flow.getAlias().equals(alias));
        if (there && FlowSteps.of(alias, realm).equals(file.of(declared))) {
            return;
        }
        write.accept("flow " + alias, () -> {
            if (there) {
                clear(alias);
            } else {
                create(declared);
            }
            fill(declared, file);
        });
    }

    void requiredActionConfig(String action, Map<String, String> declared) {
        Map<String, String> there = realm.getRequiredActionConfig(action).getConfig();
        if (there != null && there.entrySet().containsAll(declared.entrySet())) {
            return;
        }
        Map<String, String> whole = new HashMap<>(there == null ? Map.of() : there);
        whole.putAll(declared);
        RequiredActionConfigRepresentation config = new RequiredActionConfigRepresentation();
        config.setConfig(whole);
        write.accept("required action " + action, () -> realm.updateRequiredActionConfig(action, config));
    }

    /** The flow itself stays, since the realm names it. */
    private void clear(String alias) {
        realm.getExecutions(alias).stream()
                .filter(step -> step.getLevel() == 0)
                .forEach(step -> realm.removeExecution(step.getId()));
    }

    private void create(AuthenticationFlowRepresentation declared) {
        AuthenticationFlowRepresentation bare = new AuthenticationFlowRepresentation();
        bare.setAlias(declared.getAlias());
        bare.setDescription(declared.getDescription());
        bare.setProviderId(declared.getProviderId());
        bare.setTopLevel(true);
        bare.setBuiltIn(false);
        try (Response response = realm.createFlow(bare)) {
            CreatedResponseUtil.getCreatedId(response);
        }
    }

    private void fill(AuthenticationFlowRepresentation flow, FlowSteps file) {
        for (AuthenticationExecutionExportRepresentation step : flow.getAuthenticationExecutions()) {
            add(flow.getAlias(), step, file);
            if (step.isAuthenticatorFlow()) {
                fill(file.within(step), file);
            }
        }
    }

    /** A new step comes last, and takes effect once it has its requirement. */
    private void add(String flow, AuthenticationExecutionExportRepresentation step, FlowSteps file) {
        if (step.isAuthenticatorFlow()) {
            AuthenticationFlowRepresentation within = file.within(step);
            realm.addExecutionFlow(
                    flow,
                    Map.of(
                            "alias", within.getAlias(),
                            "type", within.getProviderId(),
                            "description", within.getDescription()));
        } else {
            realm.addExecution(flow, Map.of("provider", step.getAuthenticator()));
        }
        List<AuthenticationExecutionInfoRepresentation> own = realm.getExecutions(flow).stream()
                .filter(each -> each.getLevel() == 0)
                .toList();
        AuthenticationExecutionInfoRepresentation added = own.getLast();
        added.setRequirement(step.getRequirement());
        realm.updateExecutions(flow, added);
        Map<String, String> settings = file.config(step);
        if (!settings.isEmpty()) {
            config(added.getId(), step.getAuthenticatorConfig(), settings);
        }
    }

    private void config(String step, String alias, Map<String, String> settings) {
        AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
        config.setAlias(alias);
        config.setConfig(settings);
        try (Response response = realm.newExecutionConfig(step, config)) {
            CreatedResponseUtil.getCreatedId(response);
        }
    }
}
