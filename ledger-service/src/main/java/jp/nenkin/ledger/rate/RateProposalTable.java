package jp.nenkin.ledger.rate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The table of proposed rates. */
@ApplicationScoped
class RateProposalTable implements PanacheRepositoryBase<RateProposalRow, UUID> {

    List<RateProposalRow> approved() {
        return list("approvedBy is not null order by fiscalYear");
    }

    boolean isApproved(int fiscalYear) {
        return count("fiscalYear = ?1 and approvedBy is not null", fiscalYear) > 0;
    }
}
