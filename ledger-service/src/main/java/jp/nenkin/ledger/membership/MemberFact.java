package jp.nenkin.ledger.membership;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EstablishmentChanged;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberEvent;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.MonthClosed;
import jp.nenkin.events.Plan;
import jp.nenkin.events.TransferredIn;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** Something on record about a member from which all accounts follow; kept in the order in which it became known. */
public sealed interface MemberFact {

    /** The filing it rests on; none for what the fund itself does. */
    Optional<Filing> filing();

    /** The filing whose report it takes the place of. */
    default Optional<UUID> replaces() {
        return Optional.empty();
    }

    /** The day from which it counts, by which facts are put in their true order. */
    LocalDate effectiveOn();

    /** A fact that member-service has told. */
    record Told(MemberEvent event) implements MemberFact {
        @Override
        public Optional<Filing> filing() {
            return Optional.of(
                    switch (event) {
                        case MemberEnrolled e -> e.filing();
                        case BaseSalaryChanged e -> e.filing();
                        case EligibilityLost e -> e.filing();
                        case MemberTakenOver e -> e.filing();
                        case EstablishmentChanged e -> e.filing();
                        case TransferredIn e -> e.filing();
                        case FilingCancelled e -> e.filing();
                        case MonthClosed e -> throw notOfAMember(e);
                    });
        }

        @Override
        public Optional<UUID> replaces() {
            return Optional.ofNullable(
                    switch (event) {
                        case MemberEnrolled e -> e.replaces();
                        case BaseSalaryChanged e -> e.replaces();
                        case EligibilityLost e -> e.replaces();
                        case EstablishmentChanged e -> e.replaces();
                        case TransferredIn e -> e.replaces();
                        case FilingCancelled e -> e.cancelled();
                        case MemberTakenOver e -> null;
                        case MonthClosed e -> throw notOfAMember(e);
                    });
        }

        @Override
        public LocalDate effectiveOn() {
            return switch (event) {
                case MemberEnrolled e -> e.acquiredOn();
                case BaseSalaryChanged e -> e.effectiveFrom();
                case EligibilityLost e -> e.lostOn();
                case MemberTakenOver e -> e.acquiredOn();
                case EstablishmentChanged e -> e.movedOn();
                case TransferredIn e -> e.asset().receivedOn();
                case FilingCancelled e -> e.filing().receivedOn();
                case MonthClosed e -> throw notOfAMember(e);
            };
        }

        private static IllegalArgumentException notOfAMember(MonthClosed event) {
            return new IllegalArgumentException(event + " is about no member");
        }
    }

    /** The balance of a former system. */
    record Balance(AccountId account, LocalDate creditedOn, Yen balance) implements MemberFact {
        @Override
        public Optional<Filing> filing() {
            return Optional.empty();
        }

        @Override
        public LocalDate effectiveOn() {
            return creditedOn;
        }
    }

    /**
     * The member defers the benefit, from the day of loss; who applies before it is known to leave counts from then on.
     *
     * @param until the last day that earns; none while that is open
     */
    record Deferral(@Nullable LocalDate until, Filing application) implements MemberFact {
        @Override
        public Optional<Filing> filing() {
            return Optional.of(application);
        }

        @Override
        public LocalDate effectiveOn() {
            return application.receivedOn();
        }
    }

    /** The member asks to be paid: the deferral or waiting ends on a day. */
    record DeferralEnd(LocalDate endedOn, Filing application) implements MemberFact {
        @Override
        public Optional<Filing> filing() {
            return Optional.of(application);
        }

        @Override
        public LocalDate effectiveOn() {
            return endedOn;
        }
    }

    /**
     * A deferral, or its end, was recorded by mistake: it never was.
     *
     * @param cancelled the application it rested on
     */
    record DeferralCancelled(UUID cancelled, Filing application) implements MemberFact {
        @Override
        public Optional<Filing> filing() {
            return Optional.of(application);
        }

        @Override
        public Optional<UUID> replaces() {
            return Optional.of(cancelled);
        }

        @Override
        public LocalDate effectiveOn() {
            return application.receivedOn();
        }
    }

    /**
     * What was paid too much for a plan came back to the fund.
     *
     * @param life the accounts it was paid for: how many times the member was paid before
     */
    record Recovery(UUID decisionId, LocalDate recoveredOn, int life, Plan plan, Yen amount) implements MemberFact {
        @Override
        public Optional<Filing> filing() {
            return Optional.empty();
        }

        @Override
        public LocalDate effectiveOn() {
            return recoveredOn;
        }
    }

    /**
     * The fund has paid lump sums.
     *
     * @param life the accounts they are of: how many times the member was paid before
     */
    record Payment(UUID paymentId, LocalDate paidOn, int life, Set<Plan> plans) implements MemberFact {
        public Payment {
            plans = Set.copyOf(plans);
        }

        @Override
        public Optional<Filing> filing() {
            return Optional.empty();
        }

        @Override
        public LocalDate effectiveOn() {
            return paidOn;
        }
    }
}
