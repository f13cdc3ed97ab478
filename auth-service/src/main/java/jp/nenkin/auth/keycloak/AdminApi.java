package jp.nenkin.auth.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientQueryParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The part of Keycloak's admin API that keeps people, in the names it uses itself. */
@RegisterRestClient(configKey = "keycloak-admin")
@OidcClientFilter("keycloak-admin")
@Path("/admin/realms/{realm}")
interface AdminApi {

    /** Somebody whom Keycloak knows or is to know; what is null is not sent, and stays as it is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record User(
            @Nullable String id,
            @Nullable String username,
            @Nullable Boolean enabled,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable Map<String, List<String>> attributes,
            @Nullable List<Credential> credentials,
            @Nullable List<String> requiredActions) {

        User enabled(boolean now) {
            return new User(id, username, now, firstName, lastName, attributes, null, requiredActions);
        }

        User with(Map<String, List<String>> now) {
            return new User(id, username, enabled, firstName, lastName, now, null, requiredActions);
        }

        /** Personal throughout. */
        @Override
        public String toString() {
            return "User";
        }
    }

    /** A password, or another thing that somebody signs in with, whose value is never told. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Credential(
            String type, @Nullable String value, @Nullable Boolean temporary) {
        @Override
        public String toString() {
            return "Credential";
        }
    }

    /** A role of the realm. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Role(String id, String name, boolean composite) {}

    /** Why it does not do something: a key or a sentence of its own. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refusal(@Nullable String error, @Nullable String errorMessage) {
        boolean ofPassword() {
            return says("Password policy not met") || says("invalidPassword");
        }

        boolean ofHistory() {
            return says("invalidPasswordHistory");
        }

        private boolean says(String beginning) {
            return Stream.of(error, errorMessage).anyMatch(text -> text != null && text.startsWith(beginning));
        }
    }

    /** Something that Keycloak noted. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Event(
            long time,
            String type,
            @Nullable String clientId,
            @Nullable String ipAddress) {}

    @POST
    @Path("/users")
    Response create(@PathParam("realm") String realm, User user);

    @GET
    @Path("/users")
    List<User> search(
            @PathParam("realm") String realm,
            @QueryParam("username") String loginId,
            @QueryParam("exact") boolean exact);

    @GET
    @Path("/users/{id}")
    User find(@PathParam("realm") String realm, @PathParam("id") String id);

    @PUT
    @Path("/users/{id}")
    void update(@PathParam("realm") String realm, @PathParam("id") String id, User user);

    @DELETE
    @Path("/users/{id}")
    void remove(@PathParam("realm") String realm, @PathParam("id") String id);

    @PUT
    @Path("/users/{id}/reset-password")
    void resetPassword(@PathParam("realm") String realm, @PathParam("id") String id, Credential password);

    @GET
    @Path("/users/{id}/credentials")
    List<Credential> credentials(@PathParam("realm") String realm, @PathParam("id") String id);

    @POST
    @Path("/users/{id}/logout")
    void logout(@PathParam("realm") String realm, @PathParam("id") String id);

    @GET
    @Path("/users/{id}/role-mappings/realm")
    List<Role> roles(@PathParam("realm") String realm, @PathParam("id") String id);

    /** Those that he does not have. */
    @GET
    @Path("/users/{id}/role-mappings/realm/available")
    List<Role> otherRoles(@PathParam("realm") String realm, @PathParam("id") String id);

    @POST
    @Path("/users/{id}/role-mappings/realm")
    void addRoles(@PathParam("realm") String realm, @PathParam("id") String id, List<Role> roles);

    @DELETE
    @Path("/users/{id}/role-mappings/realm")
    void removeRoles(@PathParam("realm") String realm, @PathParam("id") String id, List<Role> roles);

    /** Forgets wrong guesses. */
    @DELETE
    @Path("/attack-detection/brute-force/users/{id}")
    void forgiveGuesses(@PathParam("realm") String realm, @PathParam("id") String id);

    /** Attempts to sign in, the newest first, as long as they are kept: 30 days (realms/common.json). */
    @GET
    @Path("/events")
    @ClientQueryParam(
            name = "type",
            value = {"LOGIN", "LOGIN_ERROR"})
    List<Event> events(@PathParam("realm") String realm, @QueryParam("user") String id, @QueryParam("max") int most);
}
