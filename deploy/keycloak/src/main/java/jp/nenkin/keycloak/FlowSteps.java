package jp.nenkin.keycloak;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;

/**
 * The flows of a realm file, and what each comes to: its steps one below the other, as they can be compared with those of
 * a running realm.
 */
record FlowSteps(List<AuthenticationFlowRepresentation> flows, List<AuthenticatorConfigRepresentation> configs) {

    /**
     * One step.
     *
     * @param level 0 for the flow's own, one more in each flow within it
     * @param name of the authenticator, or of the flow within
     */
    record Step(int level, String name, String requirement, Map<String, String> config) {}

    /** Those of a declared flow and of the flows within it. */
    List<Step> of(AuthenticationFlowRepresentation flow) {
        return of(flow, 0).toList();
    }

    /** Those of a flow in a running realm. */
    static List<Step> of(String alias, AuthenticationManagementResource realm) {
        return realm.getExecutions(alias).stream().map(step -> of(step, realm)).toList();
    }

    AuthenticationFlowRepresentation within(AuthenticationExecutionExportRepresentation step) {
        return flows.stream()
                .filter(flow -> flow.getAlias().equals(step.getFlowAlias()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no flow " + step.getFlowAlias()));
    }

    /** The settings of a step; none are settings, too. */
    Map<String, String> config(AuthenticationExecutionExportRepresentation step) {
        return configs.stream()
                .filter(config -> config.getAlias().equals(step.getAuthenticatorConfig()))
                .findFirst()
                .map(AuthenticatorConfigRepresentation::getConfig)
                .orElse(Map.of());
    }

    private Stream<Step> of(AuthenticationFlowRepresentation flow, int level) {
        return flow.getAuthenticationExecutions().stream()
                .flatMap(step -> Stream.concat(
                        Stream.of(new Step(level, name(step), step.getRequirement(), config(step))),
                        step.isAuthenticatorFlow() ? of(within(step), level + 1) : Stream.of()));
    }

    private static Step of(AuthenticationExecutionInfoRepresentation step, AuthenticationManagementResource realm) {
        boolean flow = Boolean.TRUE.equals(step.getAuthenticationFlow());
        String name = flow ? step.getDisplayName() : step.getProviderId();
        return new Step(step.getLevel(), name, step.getRequirement(), config(step.getAuthenticationConfig(), realm));
    }

    private static Map<String, String> config(@Nullable String id, AuthenticationManagementResource realm) {
        return id == null ? Map.of() : realm.getAuthenticatorConfig(id).getConfig();
    }

    private static String name(AuthenticationExecutionExportRepresentation step) {
        return Objects.requireNonNull(step.isAuthenticatorFlow() ? step.getFlowAlias() : step.getAuthenticator());
    }
}
