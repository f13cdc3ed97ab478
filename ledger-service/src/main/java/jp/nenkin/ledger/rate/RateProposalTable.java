package jp.nenkin.ledger.rate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of proposed rates. */
@ApplicationScoped
class RateProposalTable implements PanacheRepositoryBase<RateProposalRow, UUID> {
    private static final int MOST = 1_000;

    List<RateProposalRow> approved() {
        return list("approvedBy is not null order by fiscalYear");
    }

    /** Those of years that have no rate yet, the newest first. */
    List<RateProposalRow> open() {
        return find("fiscalYear not in (select approved.fiscalYear from RateProposalRow approved"
                        + " where approved.approvedBy is not null) order by proposedAt desc")
                .page(0, MOST)
                .list();
    }

    boolean isApproved(int fiscalYear) {
        return count("fiscalYear = ?1 and approvedBy is not null", fiscalYear) > 0;
    }
}
