package jp.nenkin.events;

/** A fact of member-service on the topic member.events. */
public sealed interface MemberEvent extends Event
        permits MemberEnrolled,
                BaseSalaryChanged,
                EligibilityLost,
                MemberTakenOver,
                EstablishmentChanged,
                TransferredIn,
                FilingCancelled,
                MonthClosed {}
