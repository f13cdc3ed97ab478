package jp.nenkin.auth.edge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What the edge asks of Keycloak behind the browser's back. */
@RegisterRestClient(configKey = "keycloak")
@Path("/realms/{realm}/protocol/openid-connect")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
interface KeycloakApi {

    /** New tokens for a refresh token, which is used up by it (RFC 6749, section 6). */
    @POST
    @Path("/token")
    TokenAnswer refresh(@PathParam("realm") String realm, MultivaluedMap<String, String> form);

    /** Ends the session that a refresh token belongs to, for all its clients. */
    @POST
    @Path("/logout")
    void logout(@PathParam("realm") String realm, MultivaluedMap<String, String> form);

    /** The keys that a realm signs with, which tell that it is there. */
    @GET
    @Path("/certs")
    Keys keys(@PathParam("realm") String realm);

    /** That there are some is all that is asked. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Keys() {}

    /** Tokens as they come: {@code expires_in} counts seconds from now. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record TokenAnswer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("refresh_token") String refreshToken,
            @JsonProperty("expires_in") long expiresIn) {

        /** Tokens stay out of messages and logs. */
        @Override
        public String toString() {
            return "TokenAnswer";
        }
    }
}
