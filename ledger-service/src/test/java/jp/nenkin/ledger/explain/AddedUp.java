package jp.nenkin.ledger.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import jp.nenkin.events.EventJson;

/** An explanation as a reader outside adds it up, who knows nothing but the JSON and the formula in it. */
final class AddedUp {
    private static final BigInteger TWELVE_THOUSAND = BigInteger.valueOf(12_000);

    private final JsonNode explanation;
    private int corrected;
    private int parts;

    private AddedUp(JsonNode explanation) {
        this.explanation = explanation;
    }

    static AddedUp of(Object explanation) {
        return of(EventJson.mapper().<JsonNode>valueToTree(explanation));
    }

    static AddedUp of(JsonNode explanation) {
        AddedUp added = new AddedUp(explanation);
        added.addUp();
        return added;
    }

    /** How many parts there were. */
    int parts() {
        return parts;
    }

    /** How many figures had adjustments. */
    int corrected() {
        return corrected;
    }

    private void addUp() {
        String account = explanation.path("memberNumber").asText() + " as of "
                + explanation.path("asOf").asText();
        JsonNode before = MissingNode.getInstance();
        for (JsonNode credit : explanation.path("credits")) {
            addUp(credit, account + ", " + credit.path("creditedOn").asText());
            if (!before.isMissingNode()) {
                assertThat(opening(credit).path("amount").asLong())
                        .as(account)
                        .isEqualTo(before.path("closing").asLong());
            }
            before = credit;
        }
        long balance = named(explanation.path("closing"), account, false);
        for (String list : new String[] {"since", "benefits"}) {
            for (JsonNode each : explanation.path(list)) {
                balance += named(each, account, true);
            }
        }
        for (JsonNode each : explanation.path("otherwiseDated")) {
            balance += named(each, account, false);
        }
        for (JsonNode each : explanation.path("takenBack")) {
            assertThat(events(each, account)).as(account).isZero();
        }
        assertThat(balance).as(account).isEqualTo(explanation.path("balance").asLong());
    }

    private static JsonNode opening(JsonNode credit) {
        return credit.path("parts").get(0);
    }

    private void addUp(JsonNode credit, String as) {
        BigInteger exact = BigInteger.ZERO;
        long closing = credit.path("interest").asLong();
        for (JsonNode part : credit.path("parts")) {
            parts++;
            boolean opening = part.path("kind").asText().equals("OPENING");
            closing += named(part, as, !opening);
            BigInteger own = BigInteger.ZERO;
            int months = 0;
            for (JsonNode earning : part.path("earning")) {
                if (earning.hasNonNull("rate")) {
                    months += earning.path("months").asInt();
                    own = own.add(BigInteger.valueOf(part.path("amount").asLong())
                            .multiply(BigInteger.valueOf(earning.path("months").asInt()))
                            .multiply(new BigDecimal(earning.path("rate").asText())
                                    .movePointRight(1)
                                    .toBigIntegerExact()));
                }
            }
            assertThat(months).as(as).isEqualTo(part.path("months").asInt());
            assertThat(part.path("exact").path("numerator").bigIntegerValue())
                    .as(as)
                    .isEqualTo(own);
            assertThat(part.path("exact").path("denominator").bigIntegerValue())
                    .as(as)
                    .isEqualTo(TWELVE_THOUSAND);
            exact = exact.add(own);
            contribution(part, as);
        }
        assertThat(credit.path("exact").path("numerator").bigIntegerValue())
                .as(as)
                .isEqualTo(exact);
        BigInteger ceiling = exact.add(TWELVE_THOUSAND).subtract(BigInteger.ONE).divide(TWELVE_THOUSAND);
        assertThat(credit.path("interest").bigIntegerValue()).as(as).isEqualTo(ceiling);
        assertThat(events(credit, as)).as(as).isEqualTo(credit.path("interest").asLong());
        assertThat(credit.path("closing").asLong()).as(as).isEqualTo(closing);
    }

    private static void contribution(JsonNode part, String as) {
        JsonNode basis = part.path("contribution");
        if (basis.isObject()) {
            assertThat(basis.path("baseSalary").asLong()
                            * basis.path("numerator").asLong())
                    .as(as)
                    .isEqualTo(part.path("amount").asLong()
                            * basis.path("denominator").asLong());
            assertThat(basis.path("filing").path("receivedOn").asText()).as(as).isNotEmpty();
        }
    }

    /** An amount that has its events, and is their sum where it is not a closing of many. */
    private long named(JsonNode part, String as, boolean sum) {
        long events = events(part, as);
        if (sum) {
            assertThat(events).as(as).isEqualTo(part.path("amount").asLong());
        }
        return part.path("amount").asLong();
    }

    private long events(JsonNode part, String as) {
        JsonNode events = part.path("events");
        assertThat(events.size()).as(as).isPositive();
        long sum = 0;
        for (JsonNode event : events) {
            assertThat(event.path("eventId").asText()).as(as).matches("[0-9]+:[0-9]+");
            sum += event.path("amount").asLong();
        }
        corrected += events.size() > 1 ? 1 : 0;
        return sum;
    }
}
