package jp.nenkin.member.member;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of member: a number that is taken. */
@Entity
@Immutable
@Table(name = "member")
class MemberRow {
    @Id
    String number;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    MemberRow() {}
}
