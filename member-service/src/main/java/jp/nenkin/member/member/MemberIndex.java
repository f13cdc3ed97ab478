package jp.nenkin.member.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.nenkin.kit.Database;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.name.NameKey;
import org.jspecify.annotations.Nullable;

/** Finds whom a number or a name means, among the members that the caller may see. */
@ApplicationScoped
public class MemberIndex {
    private static final String SELECT = """
            SELECT p.member_number, p.birth_date, p.name, p.name_kana FROM profile p
             WHERE NOT EXISTS (SELECT FROM profile n WHERE n.replaces = p.filing_id)
               AND %s
             ORDER BY p.member_number LIMIT 100
            """;
    private static final String BY_NUMBER = SELECT.formatted("p.member_number = ?");
    private static final String BY_BASIC_PENSION_NUMBER = SELECT.formatted("p.basic_pension_number = ?");
    private static final String BY_BIRTH_DATE = SELECT.formatted("p.birth_date = ?");
    private static final String BY_INSURED_NUMBER = SELECT.formatted("""
            p.member_number IN (SELECT m.member_number FROM membership m
                                 WHERE m.establishment_number = ? AND m.insured_number = ?)
            """);

    private static final String PRESENT = """
            SELECT DISTINCT m.member_number FROM membership m
             WHERE m.establishment_number = ?
               AND NOT EXISTS (SELECT FROM retraction r WHERE r.retracted = m.filing_id)
               AND NOT EXISTS (SELECT FROM membership_loss l
                                WHERE l.membership = m.root
                                  AND NOT EXISTS (SELECT FROM retraction r WHERE r.retracted = l.filing_id))
             ORDER BY m.member_number
            """;

    private final Database database;

    MemberIndex(Database database) {
        this.database = database;
    }

    /** Somebody on record, with what a filed name and birth date are compared with. */
    public record Found(
            MemberNumber number,
            LocalDate birthDate,
            String name,
            @Nullable String nameKana) {

        /** Whether a filed name is one of his, in kanji or in kana. */
        public boolean isCalled(@Nullable String kanji, @Nullable String kana) {
            return Stream.of(kanji, kana)
                    .filter(Objects::nonNull)
                    .map(NameKey::of)
                    .anyMatch(filed ->
                            filed.equals(NameKey.of(name)) || (nameKana != null && filed.equals(NameKey.of(nameKana))));
        }

        /** Whether a filed name says anything against him: kana does not, while his is known in kanji alone. */
        public boolean isCalledOtherwise(@Nullable String kanji, @Nullable String kana) {
            boolean comparable = kanji != null || (kana != null && nameKana != null);
            return comparable && !isCalled(kanji, kana);
        }
    }

    public List<Found> byNumber(MemberNumber number) {
        return find(BY_NUMBER, statement -> statement.setString(1, number.value()));
    }

    /** Everybody who had this insured number (被保険者整理番号) at the establishment; 12 and 000012 are the same. */
    public List<Found> byInsuredNumber(EstablishmentNumber establishment, int insuredNumber) {
        return find(BY_INSURED_NUMBER, statement -> {
            statement.setString(1, establishment.value());
            statement.setInt(2, insuredNumber);
        });
    }

    public List<Found> byBasicPensionNumber(String basicPensionNumber) {
        return find(BY_BASIC_PENSION_NUMBER, statement -> statement.setString(1, basicPensionNumber));
    }

    /** Everybody born on the day; there are few on any at one establishment. */
    public List<Found> bornOn(LocalDate day) {
        return find(BY_BIRTH_DATE, statement -> statement.setObject(1, day));
    }

    /** Everybody whose membership at the establishment goes on, by number. */
    public List<MemberNumber> membersOf(EstablishmentNumber establishment) {
        return database.query(
                PRESENT,
                statement -> statement.setString(1, establishment.value()),
                row -> new MemberNumber(row.getString(1)));
    }

    private List<Found> find(String sql, Database.Binding binding) {
        return database.query(
                sql,
                binding,
                row -> new Found(
                        new MemberNumber(row.getString(1)),
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        row.getString(4)));
    }
}
