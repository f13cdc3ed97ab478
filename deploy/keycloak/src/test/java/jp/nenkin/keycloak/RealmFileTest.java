package jp.nenkin.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientPolicyConditionRepresentation;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.userprofile.config.UPAttribute;

class RealmFileTest {

    static final List<String> REALMS = RealmFile.REALMS;

    @ParameterizedTest
    @FieldSource("REALMS")
    void each_file_declares_the_realm_of_its_name(String realm) {
        assertThat(RealmFile.of(realm).name()).isEqualTo(realm);
    }

    @Test
    void a_misspelt_setting_is_refused() {
        assertThatThrownBy(() -> RealmFile.of("misspelt"))
                .hasMessageContaining("misspelt")
                .hasStackTraceContaining("registrationAlowed");
    }

    @ParameterizedTest
    @FieldSource("REALMS")
    void no_password_buys_a_token_outside_the_login_page(String realm) {
        RealmFile file = RealmFile.of(realm);

        assertThat(file.clients()).noneMatch(client -> Boolean.TRUE.equals(client.isDirectAccessGrantsEnabled()));
        assertThat(file.clients())
                .filteredOn(client -> client.getClientId().equals("admin-cli"))
                .singleElement()
                .matches(client -> Boolean.FALSE.equals(client.isDirectAccessGrantsEnabled()));
        assertThat(file.settings().getParsedClientProfiles().getProfiles())
                .singleElement()
                .satisfies(profile -> assertThat(profile.getExecutors())
                        .singleElement()
                        .returns("reject-ropc-grant", ClientPolicyExecutorRepresentation::getExecutorProviderId));
        assertThat(file.settings().getParsedClientPolicies().getPolicies())
                .singleElement()
                .returns(true, ClientPolicyRepresentation::isEnabled)
                .returns(List.of("no-password-grant"), ClientPolicyRepresentation::getProfiles)
                .satisfies(policy -> assertThat(policy.getConditions())
                        .singleElement()
                        .returns("any-client", ClientPolicyConditionRepresentation::getConditionProviderId));
    }

    @ParameterizedTest
    @FieldSource("REALMS")
    void nobody_makes_or_renames_an_account_by_himself(String realm) {
        RealmRepresentation settings = RealmFile.of(realm).settings();

        assertThat(settings.isRegistrationAllowed()).isFalse();
        assertThat(settings.isRegistrationEmailAsUsername()).isFalse();
        assertThat(settings.isEditUsernameAllowed()).isFalse();
        assertThat(settings.isResetPasswordAllowed()).isFalse();
        assertThat(settings.isLoginWithEmailAllowed()).isFalse();
        assertThat(settings.isRememberMe()).isFalse();
    }

    @ParameterizedTest
    @FieldSource("REALMS")
    void only_tls_is_spoken_and_what_happens_is_stored(String realm) {
        RealmRepresentation settings = RealmFile.of(realm).settings();

        assertThat(settings.getSslRequired()).isEqualTo("all");
        assertThat(settings.isEventsEnabled()).isTrue();
        assertThat(settings.isAdminEventsEnabled()).isTrue();
        assertThat(settings.isAdminEventsDetailsEnabled()).isFalse();
        assertThat(settings.getEventsExpiration()).isEqualTo(30L * 24 * 60 * 60);
    }

    @ParameterizedTest
    @FieldSource("REALMS")
    void guessing_is_slowed_from_the_fifth_failure_and_locks_nobody_out_for_good(String realm) {
        RealmRepresentation settings = RealmFile.of(realm).settings();

        assertThat(settings.isBruteForceProtected()).isTrue();
        assertThat(settings.getFailureFactor()).isEqualTo(5);
        assertThat(settings.getWaitIncrementSeconds()).isEqualTo(60);
        assertThat(settings.getMaxFailureWaitSeconds()).isEqualTo(900);
        assertThat(settings.isPermanentLockout()).isFalse();
    }

    @ParameterizedTest
    @FieldSource("REALMS")
    void access_tokens_live_five_minutes_and_refresh_tokens_are_used_once(String realm) {
        RealmRepresentation settings = RealmFile.of(realm).settings();

        assertThat(settings.getAccessTokenLifespan()).isEqualTo(300);
        assertThat(settings.getRevokeRefreshToken()).isTrue();
        assertThat(settings.getRefreshTokenMaxReuse()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "employer"})
    void a_password_has_eight_to_twelve_letters_and_digits_with_one_of_each(String realm) {
        assertThat(RealmFile.of(realm).settings().getPasswordPolicy())
                .isEqualTo("length(8) and maxLength(12)"
                        + " and regexPattern(^(?=.*[A-Za-z])(?=.*[0-9])[A-Za-z0-9]+$)"
                        + " and notUsername and passwordHistory(3) and passwordBlacklist(common-passwords.txt)");
    }

    @Test
    void an_officers_password_has_at_least_fifteen_characters() {
        assertThat(RealmFile.of("fund").settings().getPasswordPolicy()).startsWith("length(15) and maxLength(64) and ");
    }

    @Test
    void a_member_gives_all_three_on_one_page_and_a_code_where_one_is_set_up() {
        assertThat(signIn("member"))
                .containsExactly(
                        new FlowSteps.Step(0, "auth-cookie", "ALTERNATIVE", Map.of()),
                        new FlowSteps.Step(0, "sign-in forms", "ALTERNATIVE", Map.of()),
                        new FlowSteps.Step(1, "nenkin-birth-date-form", "REQUIRED", Map.of("triesOfAddress", "20")),
                        new FlowSteps.Step(1, "sign-in one-time code", "CONDITIONAL", Map.of()),
                        new FlowSteps.Step(2, "conditional-user-configured", "REQUIRED", Map.of()),
                        new FlowSteps.Step(2, "auth-otp-form", "REQUIRED", Map.of()));
    }

    @Test
    void an_officer_always_gives_a_code() {
        assertThat(signIn("fund")).contains(new FlowSteps.Step(1, "auth-otp-form", "REQUIRED", Map.of()));
    }

    @Test
    void nobody_signs_in_as_an_employer_yet() {
        assertThat(signIn("employer")).extracting(FlowSteps.Step::name).containsExactly("deny-access-authenticator");
    }

    @ParameterizedTest
    @FieldSource("REALMS")
    void who_changes_how_he_signs_in_is_asked_for_it_first(String realm) {
        assertThat(RealmFile.of(realm).requiredActionConfigs())
                .containsEntry("UPDATE_PASSWORD", Map.of("max_auth_age", "0"))
                .containsEntry("CONFIGURE_TOTP", Map.of("max_auth_age", "0"));
    }

    private static List<FlowSteps.Step> signIn(String realm) {
        RealmFile file = RealmFile.of(realm);
        assertThat(file.settings().getBrowserFlow()).isEqualTo("sign-in");
        return new FlowSteps(file.flows(), file.authenticatorConfigs())
                .of(file.flows().getFirst());
    }

    @Test
    void a_birth_date_is_declared_and_only_admins_see_or_change_it() {
        UPAttribute birthDate = RealmFile.of("member").userProfile().getAttribute("birthDate");

        assertThat(birthDate.getPermissions().getView()).containsExactly("admin");
        assertThat(birthDate.getPermissions().getEdit()).containsExactly("admin");
    }

    @ParameterizedTest
    @FieldSource("REALMS")
    void no_user_changes_his_own_profile_in_keycloak(String realm) {
        assertThat(RealmFile.of(realm).userProfile().getAttributes())
                .allMatch(attribute -> attribute.getPermissions().getEdit().equals(Set.of("admin")));
    }

    @ParameterizedTest
    @FieldSource("REALMS")
    void a_token_for_the_services_names_all_four_and_carries_only_declared_roles(String realm) {
        RealmFile file = RealmFile.of(realm);

        assertThat(file.scopeMappers().get("nenkin-services"))
                .filteredOn(mapper -> mapper.getProtocolMapper().equals("oidc-audience-mapper"))
                .extracting(ProtocolMapperRepresentation::getConfig)
                .extracting(config -> config.get("included.custom.audience"))
                .containsExactly("member-service", "ledger-service", "notice-service", "auth-service");
        assertThat(file.scopeRoles().get("nenkin-services"))
                .isEqualTo(
                        file.roles().stream().map(RoleRepresentation::getName).toList());
    }

    @Test
    void the_server_leaves_out_what_the_fund_does_not_offer(@TempDir Path home) throws IOException {
        ServerFiles.installInto(home);

        assertThat(Files.readAllLines(home.resolve("conf/keycloak.conf"), UTF_8))
                .contains("features-disabled=ciba,device-flow,impersonation", "http-enabled=false");
    }

    @Test
    void every_well_known_password_is_written_as_keycloak_compares_it(@TempDir Path home) throws IOException {
        ServerFiles.installInto(home);

        assertThat(Files.readAllLines(home.resolve("data/password-blacklists/common-passwords.txt"), UTF_8))
                .contains("password1", "nenkin2026")
                .allMatch(password -> password.matches("[a-z0-9]+"))
                .doesNotHaveDuplicates();
    }
}
