package jp.nenkin.ledger.explain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import jp.nenkin.ledger.account.AccountEvent;
import jp.nenkin.ledger.account.AccountEvent.AccountOpened;
import jp.nenkin.ledger.account.AccountEvent.AccountRestated;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountEvent.BaseSalaryRecorded;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.DeferralBegun;
import jp.nenkin.ledger.account.AccountEvent.EstablishmentMoved;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecorded;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecovered;
import jp.nenkin.ledger.account.AccountEvent.InterestAdjusted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvent.InterestEnded;
import jp.nenkin.ledger.account.AccountEvent.LumpSumPaid;
import jp.nenkin.ledger.account.AccountEvent.MembershipEnded;
import jp.nenkin.ledger.account.AccountEvent.MembershipResumed;
import jp.nenkin.ledger.account.AccountEvent.RateAwaited;
import jp.nenkin.ledger.account.AccountEvent.TransferAdjusted;
import jp.nenkin.ledger.account.AccountEvent.TransferCredited;
import jp.nenkin.ledger.explain.Figures.Subject;
import jp.nenkin.ledger.explain.Figures.SubjectKind;
import jp.nenkin.ledger.money.EstablishmentNumber;

/** What an amount on an account is for: a posting and all its adjustments are for the same. */
sealed interface Purpose {

    /** What it is called in an answer. */
    Subject subject();

    /** A month's contribution, billed to an establishment. */
    record Contribution(YearMonth month, EstablishmentNumber establishment) implements Purpose {
        @Override
        public Subject subject() {
            return new Subject(SubjectKind.CONTRIBUTION, month, month.atDay(1), establishment.toString());
        }
    }

    /** Interest on a crediting date. */
    record Credit(LocalDate on) implements Purpose {
        @Override
        public Subject subject() {
            return new Subject(SubjectKind.INTEREST, YearMonth.from(on), on, null);
        }
    }

    /** A transferred asset, by the day it was received. */
    record Transfer(LocalDate on) implements Purpose {
        @Override
        public Subject subject() {
            return new Subject(SubjectKind.TRANSFER, YearMonth.from(on), on, null);
        }
    }

    /** The balance of a former system. */
    record TakeOver(LocalDate on) implements Purpose {
        @Override
        public Subject subject() {
            return new Subject(SubjectKind.TAKE_OVER, YearMonth.from(on), on, null);
        }
    }

    /** A payment, what was paid beyond what was due, or what of that came back. */
    record Benefit(LocalDate on) implements Purpose {
        @Override
        public Subject subject() {
            return new Subject(SubjectKind.BENEFIT, YearMonth.from(on), on, null);
        }
    }

    /** What an event's amount is for; empty for one that moves no money. */
    static Optional<Purpose> of(AccountEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case ContributionPosted e -> new Contribution(e.month(), e.establishment());
                    case ContributionAdjusted e -> new Contribution(e.month(), e.establishment());
                    case InterestCredited e -> new Credit(e.creditedOn());
                    case InterestAdjusted e -> new Credit(e.creditedOn());
                    case TransferCredited e -> new Transfer(e.valueDate());
                    case TransferAdjusted e -> new Transfer(e.valueDate());
                    case BalanceTakenOver e -> new TakeOver(e.creditedOn());
                    case LumpSumPaid e -> new Benefit(e.paidOn());
                    case ExcessRecorded e -> new Benefit(e.valueDate());
                    case ExcessRecovered e -> new Benefit(e.valueDate());
                    case AccountOpened e -> null;
                    case BaseSalaryRecorded e -> null;
                    case EstablishmentMoved e -> null;
                    case MembershipEnded e -> null;
                    case MembershipResumed e -> null;
                    case RateAwaited e -> null;
                    case DeferralBegun e -> null;
                    case InterestEnded e -> null;
                    case AccountRestated e -> null;
                });
    }
}
