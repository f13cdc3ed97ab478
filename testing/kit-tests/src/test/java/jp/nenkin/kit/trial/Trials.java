package jp.nenkin.kit.trial;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Trials by Panache. */
@ApplicationScoped
class Trials implements PanacheRepositoryBase<TrialRow, UUID> {}
