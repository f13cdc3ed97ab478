package jp.nenkin.member.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.establishment.Office;
import jp.nenkin.member.establishment.SecondPlan;
import jp.nenkin.member.file.FileProblem;
import jp.nenkin.member.file.FiledEstablishment;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.file.FiledRow;
import jp.nenkin.member.file.RowError;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowOwnersTest {
    private static final Establishment ALPHA = establishment("4200021", "ｱﾙﾌｱ");
    private static final Establishment BETA = establishment("4200022", "ベタ");
    private static final Establishment BETA_AGAIN = establishment("4200023", "ベタ");
    private static final FiledEstablishment THIRD = numbered("4200024");

    @Test
    void a_row_is_of_whom_it_names_among_those_who_delegated() {
        RowOwners owners = RowOwners.delegating(List.of(ALPHA, BETA));
        assertThat(owners.of(read(numbered("4200021")))).contains(ALPHA);
        assertThat(owners.of(read(symbol("アルフア")))).contains(ALPHA);
        assertThat(owners.of(read(new FiledEstablishment.OfFund("1234", "4200022", null))))
                .contains(BETA);
        assertThat(owners.of(unreadable(numbered("4200022")))).contains(BETA);
        assertThat(owners.of(read(THIRD))).isEmpty();
        assertThat(owners.of(unreadable(null))).isEmpty();
        assertThat(owners.stranger().values()).isEmpty();
    }

    @Test
    void a_symbol_of_two_is_of_neither() {
        RowOwners owners = RowOwners.delegating(List.of(ALPHA, BETA, BETA_AGAIN));
        assertThat(owners.of(read(symbol("ベタ")))).isEmpty();
        assertThat(owners.of(read(numbered("4200023")))).contains(BETA_AGAIN);
    }

    @Test
    void rows_of_nobody_stay_with_the_one_that_the_file_is_for_or_with_the_whole() {
        UUID part = new UUID(1, 1);
        UUID whole = new UUID(2, 2);
        RowPlaces places =
                new RowPlaces(RowOwners.delegating(List.of(ALPHA, BETA)), Map.of(ALPHA.number(), part), whole);
        assertThat(places.of(read(numbered("4200021")))).isEqualTo(part);
        assertThat(places.of(read(THIRD))).isEqualTo(whole);
        assertThat(RowOwners.one(ALPHA).keeper()).isEqualTo(ALPHA);
        assertThat(RowOwners.one(ALPHA).stranger().values()).containsEntry("establishmentNumber", "4200021");
    }

    @Test
    void all_or_nothing_is_of_each_establishment_by_itself() {
        Verdict verdict = new Verdict(FileMode.ALL_OR_NOTHING, RowOwners.delegating(List.of(ALPHA, BETA)));
        verdict.add(read(numbered("4200021")), processed());
        verdict.returned(unreadable(numbered("4200022")));
        verdict.add(read(THIRD), new RowOutcome.Returned(Reason.of(UploadProblem.ESTABLISHMENT_NOT_DELEGATED)));
        assertThat(verdict.state()).isEqualTo(CheckState.PARTLY_RETURNED);
        assertThat(states(verdict)).isEqualTo(Map.of("4200021", FileState.PROCESSED, "4200022", FileState.RETURNED));
        assertThat(verdict.total()).isEqualTo(new FileTable.Tally(1, 0, 2));

        verdict.returned(unreadable(null));
        assertThat(states(verdict)).isEqualTo(Map.of("4200021", FileState.RETURNED, "4200022", FileState.RETURNED));
        assertThat(verdict.state()).isEqualTo(CheckState.RETURNED);
    }

    @Test
    void rows_of_nobody_are_returned_whatever_becomes_of_the_others() {
        Verdict verdict = new Verdict(FileMode.ALL_OR_NOTHING, RowOwners.delegating(List.of(ALPHA, BETA)));
        verdict.add(read(THIRD), new RowOutcome.Returned(Reason.of(UploadProblem.ESTABLISHMENT_NOT_DELEGATED)));
        assertThat(verdict.state()).isEqualTo(CheckState.RETURNED);
        verdict.add(read(numbered("4200021")), processed());
        assertThat(verdict.state()).isEqualTo(CheckState.PARTLY_RETURNED);
    }

    @Test
    void of_a_file_for_one_every_row_counts() {
        Verdict verdict = new Verdict(FileMode.ALL_OR_NOTHING, RowOwners.one(ALPHA));
        assertThat(verdict.state()).isEqualTo(CheckState.PROCESSED);
        verdict.add(read(numbered("4200021")), processed());
        verdict.returnedAfterAll(0);
        assertThat(verdict.state()).isEqualTo(CheckState.PROCESSED);
        verdict.returnedAfterAll(1);
        assertThat(verdict.total()).isEqualTo(new FileTable.Tally(0, 0, 1));
        assertThat(verdict.state()).isEqualTo(CheckState.RETURNED);
        Verdict strangers = new Verdict(FileMode.ROW_BY_ROW, RowOwners.one(ALPHA));
        strangers.add(read(THIRD), new RowOutcome.Returned(Reason.of(UploadProblem.ESTABLISHMENT_NOT_OF_FILE)));
        strangers.returned(unreadable(null));
        assertThat(strangers.parts()).containsEntry("4200021", new FileTable.Tally(0, 0, 2));
        assertThat(strangers.state()).isEqualTo(CheckState.PROCESSED);
    }

    private static Map<String, FileState> states(Verdict verdict) {
        return verdict.parts().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> verdict.state(part.getValue())));
    }

    private static RowOutcome processed() {
        return new RowOutcome.Processed(new UUID(3, 3), new MemberNumber("0000000001"), List.of());
    }

    private static Establishment establishment(String number, String symbol) {
        return new Establishment(
                new EstablishmentNumber(number),
                "東京工場",
                true,
                new SecondPlan.NotOffered(),
                new Office("21", "01", symbol),
                false);
    }

    private static FiledEstablishment numbered(String number) {
        return new FiledEstablishment.Numbered(new EstablishmentNumber(number));
    }

    private static FiledEstablishment symbol(String symbol) {
        return new FiledEstablishment.Symbol("21", "01", symbol, null);
    }

    private static FiledRow read(FiledEstablishment establishment) {
        return new FiledRow.Read(
                2, establishment, new FiledForm.Cancellation(new UUID(4, 4), null), Map.of(), List.of());
    }

    private static FiledRow.Refused unreadable(@Nullable FiledEstablishment establishment) {
        return new FiledRow.Refused(
                3, establishment, List.of(new RowError(3, null, FileProblem.LINE_TOO_LONG, Map.of())), List.of());
    }
}
