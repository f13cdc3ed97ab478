package jp.nenkin.member.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerLinkTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://partner.example/",
                "javascript:alert(1)",
                "https:partner.example",
                "https:///path",
                "https://user:secret@partner.example/",
                "//partner.example/",
                "https://partner.example/a b",
                "partner"
            })
    void a_link_leads_to_a_host_with_https(String url) {
        assertThat(PartnerLink.leadsToHost("https://partner.example/a?b=c#d")).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new PartnerLink("題", "Title", url, null, null));
    }

    @Test
    void it_is_shown_from_the_first_to_the_last_day() {
        PartnerLink link = new PartnerLink("題", "Title", "https://partner.example/", DAY, DAY.plusDays(1));
        assertThat(link.isShownOn(DAY.minusDays(1))).isFalse();
        assertThat(link.isShownOn(DAY)).isTrue();
        assertThat(link.isShownOn(DAY.plusDays(1))).isTrue();
        assertThat(link.isShownOn(DAY.plusDays(2))).isFalse();
        assertThat(new PartnerLink("題", "Title", "https://partner.example/", null, null).isShownOn(DAY))
                .isTrue();
    }
}
