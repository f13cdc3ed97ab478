package jp.nenkin.member.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.member.member.MemberNumber;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final Place PLACE = new Place(MemberNumber.of(1234), LocalDate.of(2015, 4, 1), new UUID(7, 8));

    @Test
    void a_cursor_means_the_place_it_was_written_of() {
        assertThat(PLACE.cursor()).isEqualTo("0000001234_2015-04-01_00000000-0000-0007-0000-000000000008");
        assertThat(Place.of(PLACE.cursor())).isEqualTo(PLACE);
    }

    @Test
    void a_day_that_no_month_has_is_read_as_the_beginning_of_the_month() {
        assertThat(Place.of(PLACE.cursor().replace("04-01", "04-31"))).isEqualTo(PLACE);
        assertThat(Place.of(PLACE.cursor().replace("04-01", "04-00"))).isEqualTo(PLACE);
    }

    @Test
    void nothing_else_is_a_cursor() {
        assertThatIllegalArgumentException().isThrownBy(() -> Place.of("0000001234"));
        assertThatIllegalArgumentException().isThrownBy(() -> Place.of(PLACE.cursor() + "0"));
    }
}
