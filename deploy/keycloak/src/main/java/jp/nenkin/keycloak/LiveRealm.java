package jp.nenkin.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.ClientScopeResource;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleMappingResource;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/** A realm in a running Keycloak: each operation makes one declared thing so, and writes only what differs. */
final class LiveRealm {

    private final String name;
    private final RealmResource realm;
    private final List<String> writes;

    LiveRealm(String name, RealmResource realm, List<String> writes) {
        this.name = name;
        this.realm = realm;
        this.writes = writes;
    }

    void settings(RealmRepresentation declared) {
        Overlay.missing(realm.toRepresentation(), declared, RealmRepresentation.class)
                .ifPresent(whole -> write("settings", () -> realm.update(whole)));
    }

    LiveFlows flows() {
        return new LiveFlows(realm.flows(), this::write);
    }

    void userProfile(UPConfig declared) {
        var profile = realm.users().userProfile();
        Overlay.missing(profile.getConfiguration(), declared, UPConfig.class)
                .ifPresent(whole -> write("user profile", () -> profile.update(whole)));
    }

    void role(RoleRepresentation declared) {
        named(declared.getName(), realm.roles().list(), RoleRepresentation::getName)
                .ifPresentOrElse(
                        there -> Overlay.missing(there, declared, RoleRepresentation.class)
                                .ifPresent(whole -> write(
                                        "role " + declared.getName(),
                                        () -> realm.roles()
                                                .get(declared.getName())
                                                .update(whole))),
                        () -> write(
                                "role " + declared.getName(),
                                () -> realm.roles().create(declared)));
    }

    void clientScope(ClientScopeRepresentation declared) {
        String what = "client scope " + declared.getName();
        named(declared.getName(), realm.clientScopes().findAll(), ClientScopeRepresentation::getName)
                .ifPresentOrElse(
                        there -> Overlay.missing(there, declared, ClientScopeRepresentation.class)
                                .ifPresent(whole -> write(
                                        what,
                                        () -> realm.clientScopes()
                                                .get(there.getId())
                                                .update(whole))),
                        () -> create(what, () -> realm.clientScopes().create(declared)));
    }

    void scopeMappers(String clientScope, List<ProtocolMapperRepresentation> declared) {
        ProtocolMappersResource there = scope(clientScope).getProtocolMappers();
        declared.forEach(mapper -> mapper("client scope " + clientScope, there, mapper));
    }

    void scopeRoles(String clientScope, List<String> roles) {
        roles(
                "client scope " + clientScope,
                scope(clientScope).getScopeMappings().realmLevel(),
                roles);
    }

    ClientResource client(ClientRepresentation declared) {
        String what = "client " + declared.getClientId();
        List<ClientRepresentation> found = realm.clients().findByClientId(declared.getClientId());
        if (found.isEmpty()) {
            return realm.clients().get(create(what, () -> realm.clients().create(declared)));
        }
        ClientRepresentation there = found.getFirst();
        ClientResource client = realm.clients().get(there.getId());
        Overlay.missing(there, declared, ClientRepresentation.class)
                .ifPresent(whole -> write(what, () -> client.update(whole)));
        return client;
    }

    /**
     * Makes those of the clients that are missing, by one request for all.
     *
     * @param accounts their service accounts, with the roles
     * @return the names of those that were made
     */
    Set<String> missingClients(List<ClientRepresentation> clients, List<UserRepresentation> accounts) {
        PartialImportRepresentation wanted = new PartialImportRepresentation();
        wanted.setIfResourceExists(PartialImportRepresentation.Policy.SKIP.name());
        wanted.setClients(clients);
        wanted.setUsers(accounts);
        try (Response response = realm.partialImport(wanted)) {
            if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
                throw new WebApplicationException(name + ": clients refused", response);
            }
            Set<String> made = StreamSupport.stream(
                            response.readEntity(JsonNode.class).path("results").spliterator(), false)
                    .filter(each -> each.path("resourceType").asText().equals("CLIENT")
                            && each.path("action").asText().equals("ADDED"))
                    .map(each -> each.path("resourceName").asText())
                    .collect(Collectors.toSet());
            made.forEach(client -> writes.add(name + ": client " + client));
            return made;
        }
    }

    /** What every new client of the realm is given. */
    List<String> defaultClientScopes() {
        return realm.getDefaultDefaultClientScopes().stream()
                .map(ClientScopeRepresentation::getName)
                .toList();
    }

    void clientMappers(ClientResource client, List<ProtocolMapperRepresentation> declared) {
        declared.forEach(each -> mapper("client", client.getProtocolMappers(), each));
    }

    void clientHasScope(ClientResource client, String clientScope) {
        if (named(clientScope, client.getDefaultClientScopes(), ClientScopeRepresentation::getName)
                .isEmpty()) {
            String id = scopeId(clientScope);
            write("default client scope " + clientScope, () -> client.addDefaultClientScope(id));
        }
    }

    void serviceAccountHasRoles(ClientResource client, List<String> roles) {
        String account = client.getServiceAccountUser().getId();
        roles("service account", realm.users().get(account).roles().realmLevel(), roles);
    }

    /**
     * The account has these roles of clients and no others; what every new account of the realm is given is taken back.
     *
     * @param declared by client, its roles
     */
    void serviceAccountHasOnly(ClientResource client, Map<String, List<String>> declared) {
        RoleMappingResource granted =
                realm.users().get(client.getServiceAccountUser().getId()).roles();
        takeBack(granted.realmLevel(), Set.of());
        for (ClientRepresentation each : realm.clients().findAll()) {
            List<String> wanted = declared.getOrDefault(each.getClientId(), List.of());
            RoleScopeResource level = granted.clientLevel(each.getId());
            takeBack(level, Set.copyOf(wanted));
            Set<String> there =
                    level.listAll().stream().map(RoleRepresentation::getName).collect(Collectors.toSet());
            List<RoleRepresentation> absent = wanted.stream()
                    .filter(role -> !there.contains(role))
                    .map(role ->
                            realm.clients().get(each.getId()).roles().get(role).toRepresentation())
                    .toList();
            if (!absent.isEmpty()) {
                write("service account: roles of " + each.getClientId(), () -> level.add(absent));
            }
        }
    }

    private void takeBack(RoleScopeResource granted, Set<String> wanted) {
        List<RoleRepresentation> surplus = granted.listAll().stream()
                .filter(role -> !wanted.contains(role.getName()))
                .toList();
        if (!surplus.isEmpty()) {
            write("service account: roles taken back", () -> granted.remove(surplus));
        }
    }

    /** A new person gets everything declared; one who is there keeps the password, which may have been changed. */
    void person(UserRepresentation declared, List<String> roles) {
        List<UserRepresentation> found = realm.users().searchByUsername(declared.getUsername(), true);
        if (found.isEmpty()) {
            create("person " + declared.getUsername(), () -> realm.users().create(declared));
            found = realm.users().searchByUsername(declared.getUsername(), true);
        }
        String id = found.getFirst().getId();
        roles("person " + declared.getUsername(), realm.users().get(id).roles().realmLevel(), roles);
    }

    private void mapper(String of, ProtocolMappersResource mappers, ProtocolMapperRepresentation declared) {
        String what = of + ": mapper " + declared.getName();
        named(declared.getName(), mappers.getMappers(), ProtocolMapperRepresentation::getName)
                .ifPresentOrElse(
                        there -> Overlay.missing(there, declared, ProtocolMapperRepresentation.class)
                                .ifPresent(whole -> write(what, () -> mappers.update(there.getId(), whole))),
                        () -> create(what, () -> mappers.createMapper(declared)));
    }

    private void roles(String of, RoleScopeResource granted, List<String> declared) {
        List<RoleRepresentation> there = granted.listAll();
        List<RoleRepresentation> absent = declared.stream()
                .filter(role -> named(role, there, RoleRepresentation::getName).isEmpty())
                .map(role -> realm.roles().get(role).toRepresentation())
                .toList();
        if (!absent.isEmpty()) {
            write(of + ": roles " + declared, () -> granted.add(absent));
        }
    }

    private ClientScopeResource scope(String clientScope) {
        return realm.clientScopes().get(scopeId(clientScope));
    }

    private String scopeId(String clientScope) {
        return named(clientScope, realm.clientScopes().findAll(), ClientScopeRepresentation::getName)
                .map(ClientScopeRepresentation::getId)
                .orElseThrow(() ->
                        new IllegalStateException("realm %s has no client scope %s".formatted(name, clientScope)));
    }

    private static <T> Optional<T> named(String wanted, Collection<T> all, Function<T, String> name) {
        return all.stream().filter(each -> name.apply(each).equals(wanted)).findFirst();
    }

    private String create(String what, Supplier<Response> creation) {
        try (Response response = creation.get()) {
            String id = CreatedResponseUtil.getCreatedId(response);
            writes.add(name + ": " + what);
            return id;
        }
    }

    private void write(String what, Runnable write) {
        write.run();
        writes.add(name + ": " + what);
    }
}
