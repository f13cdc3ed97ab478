package jp.nenkin.ledger;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.ledger.MemberEvents.asset;
import static jp.nenkin.ledger.MemberEvents.enrolled;
import static jp.nenkin.ledger.MemberEvents.filed;
import static jp.nenkin.ledger.MemberEvents.first;
import static jp.nenkin.ledger.MemberEvents.lost;
import static jp.nenkin.ledger.MemberEvents.raised;
import static jp.nenkin.ledger.MemberEvents.say;
import static jp.nenkin.ledger.MemberEvents.second;
import static jp.nenkin.ledger.MemberEvents.takenOver;
import static jp.nenkin.ledger.Officers.approveRate;
import static jp.nenkin.ledger.Officers.balance;
import static jp.nenkin.ledger.Officers.completed;
import static jp.nenkin.ledger.Officers.request;
import static jp.nenkin.ledger.Officers.runMonths;
import static jp.nenkin.ledger.Officers.takeOver;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;

/**
 * A fund that lives once for all tests: members of 2019 who leave in April 2020, members of March 2024, fourteen
 * months of contributions to May 2025, and only then the interest of 2024.
 */
public final class FundYear {
    public static final String LOST_1_APRIL = "0000002001";
    public static final String PAPER_30_APRIL = "0000002002";
    public static final String PAPER_1_MAY = "0000002003";
    public static final String DATA_1_MAY = "0000002004";
    public static final String DATA_2_MAY = "0000002005";
    /** Without a right to a benefit: the account is frozen when the late loss comes. */
    public static final String SHORT_DATA_2_MAY = "0000002006";

    public static final String ENROLLED_LATE_LOST_IN_TIME = "0000002007";

    public static final String EXAMPLE_X = "0000001234";
    public static final String LOST_IN_OCTOBER = "0000003001";
    public static final String FROZEN_AND_BACK = "0000003002";
    public static final String CAPPED = "0000003003";
    public static final String RAISED_LATE = "0000003004";
    public static final String LOST_LATE = "0000003005";
    public static final String LOST_IN_TIME = "0000003006";
    public static final String ENROLLED_LATE = "0000003007";
    public static final String ENROLLED_IN_APRIL = "0000003008";
    public static final String WITH_ASSET = "0000003009";
    public static final Filing LATE_RAISE = filed(FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, "2025-05-10");
    public static final Filing LATE_LOSS = filed(FilingType.LOSS, FilingChannel.PAPER, "2025-04-22");

    private static boolean lived;

    private FundYear() {}

    /** Lets the fund live if it has not yet. */
    public static synchronized void live() {
        if (!lived) {
            refused(request("INTEREST", "2024"), 409, "rate-not-approved");
            approveRate(2019, "2.0");
            approveRate(2020, "1.0");
            approveRate(2024, "3.7");
            approveRate(2025, "4.4");
            membersOf2019();
            membersOf2024();
            runMonths("2024-04", "2025-05");
            say(raised(RAISED_LATE, "2024-10-01", 320_000, LATE_RAISE));
            completed(request("INTEREST", "2024"));
            afterTheYear();
            lived = true;
        }
    }

    private static void membersOf2019() {
        List<String> ordinary = List.of(LOST_1_APRIL, PAPER_30_APRIL, PAPER_1_MAY, DATA_1_MAY, DATA_2_MAY);
        say(Stream.concat(
                ordinary.stream().map(member -> takenOver(member, "2015-04-01", second(1_000))),
                Stream.of(takenOver(SHORT_DATA_2_MAY, "2018-04-01", second(1_000)))));
        takeOver(Stream.concat(ordinary.stream(), Stream.of(SHORT_DATA_2_MAY))
                        .map(member -> balance(member, "SECOND", 0, "2019-03-31", 43_999))
                        .toList())
                .statusCode(200);
        say(
                lost(LOST_1_APRIL, "2020-04-01", filed(FilingType.LOSS, FilingChannel.PAPER, "2020-04-10")),
                lost(PAPER_30_APRIL, "2020-04-10", filed(FilingType.LOSS, FilingChannel.PAPER, "2020-04-30")),
                lost(PAPER_1_MAY, "2020-04-10", filed(FilingType.LOSS, FilingChannel.PAPER, "2020-05-01")),
                lost(DATA_1_MAY, "2020-04-10", filed(FilingType.LOSS, FilingChannel.DATA, "2020-05-01")),
                lost(DATA_2_MAY, "2020-04-10", filed(FilingType.LOSS, FilingChannel.DATA, "2020-05-02")),
                lost(SHORT_DATA_2_MAY, "2020-04-10", filed(FilingType.LOSS, FilingChannel.DATA, "2020-05-02")),
                enrolled(
                        ENROLLED_LATE_LOST_IN_TIME,
                        "2020-03-02",
                        300_000,
                        filed(FilingType.ENROLMENT, FilingChannel.PAPER, "2020-04-10")),
                lost(
                        ENROLLED_LATE_LOST_IN_TIME,
                        "2020-04-20",
                        filed(FilingType.LOSS, FilingChannel.PAPER, "2020-04-28")));
    }

    private static void membersOf2024() {
        List<String> likeX = List.of(EXAMPLE_X, LOST_IN_OCTOBER, RAISED_LATE, LOST_LATE, LOST_IN_TIME);
        say(Stream.concat(
                likeX.stream().skip(1).map(member -> takenOver(member, "2015-04-01", first(300_000))),
                Stream.of(
                        takenOver(EXAMPLE_X, "2015-04-01", first(300_000), second(1_000)),
                        takenOver(FROZEN_AND_BACK, "2023-04-01", first(300_000)),
                        takenOver(CAPPED, "2023-10-01", List.of(asset(1, 24)), first(300_000)),
                        takenOver(WITH_ASSET, "2015-04-01", List.of(asset(1, 24)), first(300_000)))));
        Stream<Map<String, Object>> others = Stream.of(
                balance(EXAMPLE_X, "SECOND", 0, "2024-03-31", 50_000),
                balance(FROZEN_AND_BACK, "FIRST", 0, "2024-03-31", 39_600),
                balance(CAPPED, "FIRST", 0, "2024-03-31", 0),
                balance(CAPPED, "FIRST", 1, "2024-03-31", 100_000),
                balance(WITH_ASSET, "FIRST", 0, "2024-03-31", 100_000),
                balance(WITH_ASSET, "FIRST", 1, "2024-03-31", 100_000));
        takeOver(Stream.concat(likeX.stream().map(member -> balance(member, "FIRST", 0, "2024-03-31", 100_000)), others)
                        .toList())
                .statusCode(200);
        say(
                lost(LOST_IN_OCTOBER, "2024-10-16"),
                lost(FROZEN_AND_BACK, "2024-10-16"),
                enrolled(FROZEN_AND_BACK, "2025-02-10"),
                lost(CAPPED, "2024-10-16"),
                enrolled(CAPPED, "2025-01-10"));
    }

    private static void afterTheYear() {
        say(
                lost(LOST_LATE, "2025-04-10", LATE_LOSS),
                lost(LOST_IN_TIME, "2025-04-10", filed(FilingType.LOSS, FilingChannel.PAPER, "2025-04-21")),
                enrolled(
                        ENROLLED_LATE,
                        "2024-11-05",
                        300_000,
                        filed(FilingType.ENROLMENT, FilingChannel.PAPER, "2025-06-02")),
                enrolled(
                        ENROLLED_IN_APRIL,
                        "2025-04-03",
                        300_000,
                        filed(FilingType.ENROLMENT, FilingChannel.DATA, "2025-04-10")));
    }
}
