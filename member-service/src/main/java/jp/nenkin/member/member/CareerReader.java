package jp.nenkin.member.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.Career.Ending;
import jp.nenkin.member.member.Career.Period;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Reads who somebody is and all periods of membership by functions that may see more than the caller. */
@ApplicationScoped
class CareerReader {
    private static final Map<String, Class<?>> OF_PERSON = Map.of(
            "birth_date", LocalDate.class,
            "name", String.class,
            "name_kana", String.class,
            "sex", String.class,
            "basic_pension_number", String.class,
            "filing", UUID.class,
            "named_by", UUID.class,
            "named_on", LocalDate.class);
    private static final Map<String, Class<?>> OF_PERIOD = Map.ofEntries(
            Map.entry("membership", UUID.class),
            Map.entry("establishment", String.class),
            Map.entry("acquired_on", LocalDate.class),
            Map.entry("filing", UUID.class),
            Map.entry("type", String.class),
            Map.entry("channel", String.class),
            Map.entry("received_on", LocalDate.class),
            Map.entry("bases", String.class),
            Map.entry("loss", UUID.class),
            Map.entry("loss_channel", String.class),
            Map.entry("loss_received_on", LocalDate.class),
            Map.entry("lost_on", LocalDate.class),
            Map.entry("cause", String.class));

    private final EntityManager entities;

    CareerReader(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Profile> person(MemberNumber number) {
        return rows("SELECT * FROM known_person(:number)", OF_PERSON, number).stream()
                .findFirst()
                .map(CareerReader::person);
    }

    Career of(MemberNumber number) {
        return new Career(rows("SELECT * FROM career(:number)", OF_PERIOD, number).stream()
                .map(CareerReader::period)
                .toList());
    }

    private List<Tuple> rows(String query, Map<String, Class<?>> columns, MemberNumber number) {
        NativeQuery<Tuple> select = entities.unwrap(Session.class).createNativeQuery(query, Tuple.class);
        columns.forEach(select::addScalar);
        return select.setParameter("number", number.value()).getResultList();
    }

    private static Profile person(Tuple row) {
        String sex = text(row, "sex");
        String pensionNumber = text(row, "basic_pension_number");
        return new Profile(
                row.get("name", String.class),
                row.get("birth_date", LocalDate.class),
                row.get("filing", UUID.class),
                new Particulars(
                        text(row, "name_kana"),
                        sex == null ? null : Sex.valueOf(sex),
                        pensionNumber == null ? null : new PensionNumber(pensionNumber)),
                new Naming(row.get("named_by", UUID.class), row.get("named_on", LocalDate.class)));
    }

    private static Period period(Tuple row) {
        return new Period(
                row.get("membership", UUID.class),
                new EstablishmentNumber(row.get("establishment", String.class)),
                row.get("acquired_on", LocalDate.class),
                new Filing(
                        row.get("filing", UUID.class),
                        FilingType.valueOf(row.get("type", String.class)),
                        FilingChannel.valueOf(row.get("channel", String.class)),
                        row.get("received_on", LocalDate.class)),
                bases(row.get("bases", String.class)),
                ending(row));
    }

    private static @Nullable Ending ending(Tuple row) {
        UUID loss = row.get("loss", UUID.class);
        return loss == null
                ? null
                : new Ending(
                        row.get("lost_on", LocalDate.class),
                        LossCause.valueOf(row.get("cause", String.class)),
                        new Filing(
                                loss,
                                FilingType.LOSS,
                                FilingChannel.valueOf(row.get("loss_channel", String.class)),
                                row.get("loss_received_on", LocalDate.class)));
    }

    /** As the function writes them: {@code FIRST=300000,SECOND=5000}. */
    private static List<PlanBaseSalary> bases(String written) {
        return Arrays.stream(written.split(",", -1))
                .filter(base -> !base.isEmpty())
                .map(base -> base.split("=", 2))
                .map(parts -> new PlanBaseSalary(Plan.valueOf(parts[0]), Long.parseLong(parts[1])))
                .collect(Collectors.toList());
    }

    private static @Nullable String text(Tuple row, String column) {
        return row.get(column, String.class);
    }
}
