package jp.nenkin.member.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.file.FiledName;
import jp.nenkin.member.file.FiledPerson;
import jp.nenkin.member.filing.FiledForms;
import jp.nenkin.member.filing.FiledType;
import jp.nenkin.member.filing.FilingTable;
import jp.nenkin.member.filing.FilingTable.Arrival;
import jp.nenkin.member.filing.PersonFilingResource.AddressChangeBody;
import jp.nenkin.member.filing.Receipt;
import jp.nenkin.member.member.Address;
import jp.nenkin.member.member.Career;
import jp.nenkin.member.member.MemberFacts.Filed;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;

/** Takes members' applications and decides them: an address and an account by rule at once, a name by an officer. */
@ApplicationScoped
class Applications {
    private final ApplicationTable table;
    private final BankAccountTable accounts;
    private final Members members;
    private final FilingTable filings;
    private final FiledForms forms;
    private final Clock clock;

    Applications(
            ApplicationTable table,
            BankAccountTable accounts,
            Members members,
            FilingTable filings,
            FiledForms forms,
            Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.members = members;
        this.filings = filings;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * Some applications.
     *
     * @param next the receipt number after which the next page begins, or null after the last
     */
    record Page(List<Application> applications, @Nullable Long next) {
        static Page of(List<Application> found, int limit) {
            List<Application> shown = List.copyOf(found.subList(0, Math.min(found.size(), limit)));
            return new Page(shown, found.size() > limit ? shown.getLast().receiptNumber() : null);
        }
    }

    /** Those of a member, the newest first. */
    @Transactional
    Page of(MemberNumber member, @Nullable Long before, int limit) {
        return Page.of(table.of(member, before == null ? Long.MAX_VALUE : before, limit + 1), limit);
    }

    /** Those that wait for an officer, the oldest first. */
    @Transactional
    Page waiting(@Nullable Long after, int limit) {
        return Page.of(table.waiting(after == null ? 0 : after, limit + 1), limit);
    }

    /** The account that a member's benefits are paid to. */
    @Transactional
    Optional<BankAccount> account(MemberNumber member) {
        return accounts.current(member);
    }

    /**
     * Takes an application of the member who calls, within the caller's transaction; refused with a {@link Problem} by
     * {@link ApplicationRules}.
     */
    Application apply(MemberNumber member, Wanted wanted, String by) {
        if (members.lock(member).isEmpty()) {
            throw Problem.of(KitProblem.NOT_FOUND);
        }
        Career career = members.career(member);
        LocalDate today = LocalDate.now(clock);
        stop(new ApplicationRules(today).refuse(wanted, career));
        UUID id = table.keep(member, wanted, by);
        switch (wanted) {
            case Wanted.Address address -> accepted(id, move(member, address, establishment(career), today), null);
            case Wanted.Account account -> {
                accounts.keep(id, member, account.account());
                accepted(id, null, null);
            }
            case Wanted.Name _ -> {}
        }
        return table.find(id).orElseThrow();
    }

    /** As a filing of the member himself at his latest establishment, which does not see it. */
    private UUID move(MemberNumber member, Wanted.Address wanted, EstablishmentNumber at, LocalDate today) {
        AddressChangeBody body = new AddressChangeBody(
                at.value(),
                member.value(),
                wanted.postcode(),
                wanted.address(),
                wanted.changedOn(),
                FilingChannel.DATA,
                today);
        Receipt receipt = new Receipt(FilingChannel.DATA, today, today);
        UUID filing = filings.keep(new Arrival(FiledType.ADDRESS_CHANGE, receipt, body), member, at)
                .id();
        members.facts()
                .live(
                        new Filed(member, at, filing),
                        new Address(wanted.postcode(), wanted.address(), wanted.changedOn(), filing));
        filings.flush();
        return filing;
    }

    /**
     * Accepts an application that waits: what it says is filed as of the day it was applied for, by the rules of such a
     * filing, within the caller's transaction.
     */
    Application accept(UUID id, String officer) {
        Application application = waiting(id);
        UUID filing = switch (application.wanted()) {
            case Wanted.Name name -> rename(application, name);
            case Wanted.Address _, Wanted.Account _ -> throw decided();
        };
        accepted(id, filing, officer);
        return table.find(id).orElseThrow();
    }

    private void accepted(UUID id, @Nullable UUID filing, @Nullable String by) {
        if (!table.accept(id, filing, by)) {
            throw decided();
        }
    }

    private UUID rename(Application application, Wanted.Name wanted) {
        MemberNumber member = application.member();
        LocalDate appliedOn = LocalDate.ofInstant(application.appliedAt(), clock.getZone());
        FiledForm form = new FiledForm.NameChange(
                new FiledPerson(member.value(), null, null, null, null),
                new FiledName(wanted.name(), wanted.kana()),
                wanted.changedOn());
        FiledForms.Filer filer = new FiledForms.Filer(
                establishment(members.career(member)),
                member,
                new Receipt(FilingChannel.DATA, appliedOn, LocalDate.now(clock)));
        UUID filing = switch (forms.take(form, filer)) {
            case FiledForms.Outcome.Filed filed -> filed.filing();
            case FiledForms.Outcome.Waits _ -> throw new IllegalStateException("An officer has decided");
            case FiledForms.Outcome.NotApplicable notApplicable ->
                throw notApplicable.why().asProblem();
        };
        filings.flush();
        return filing;
    }

    /** Gives an application that waits back with a reason, within the caller's transaction. */
    Application giveBack(UUID id, String reason, String officer) {
        waiting(id);
        if (!table.giveBack(id, reason, officer)) {
            throw decided();
        }
        return table.find(id).orElseThrow();
    }

    private Application waiting(UUID id) {
        Application application = table.find(id).orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
        if (application.decision() != null) {
            throw decided();
        }
        return application;
    }

    private static EstablishmentNumber establishment(Career career) {
        return career.latest()
                .map(Career.Period::establishment)
                .orElseThrow(() -> Problem.of(ApplicationProblem.NEVER_A_MEMBER));
    }

    private static Problem decided() {
        return Problem.of(ApplicationProblem.APPLICATION_DECIDED);
    }

    private static void stop(Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            throw refusal.get().asProblem();
        }
    }
}
