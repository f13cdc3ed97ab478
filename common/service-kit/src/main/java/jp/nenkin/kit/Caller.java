package jp.nenkin.kit;

import java.util.Optional;
import java.util.Set;

/** Who calls: one of four kinds, told from the token's realm, roles and claims. */
public sealed interface Caller {
    /** Realm and subject, {@code realm/subject}: the same person or system for ever, and never two of them. */
    String id();

    /** What an officer is there for. */
    enum Duty {
        /** Does the work: files, starts, proposes, records. */
        OPERATOR,
        /** Decides what waits for a decision, and what another has proposed. */
        APPROVER,
        /** Reads everything and changes nothing. */
        AUDITOR
    }

    /** What a person of an employer is there for. */
    enum Post {
        /** Keeps who may act for the employer. */
        ADMINISTRATOR,
        /** Files. */
        CLERK,
        /** Files, and releases what others have prepared. */
        APPROVER
    }

    /** An officer of the fund, with one duty at least. */
    record Officer(String id, String name, Set<Duty> duties) implements Caller {
        public Officer {
            duties = Set.copyOf(duties);
        }
    }

    /**
     * An establishment: its clerk or its system.
     *
     * @param person who signed in; empty for its system
     */
    record Establishment(String id, String number, Optional<Person> person) implements Caller {
        /** The establishment's own system. */
        public Establishment(String id, String number) {
            this(id, number, Optional.empty());
        }
    }

    /**
     * A consultant (社会保険労務士) for the establishments that have delegated to it; which these are, the records tell.
     *
     * @param person who signed in; empty for its system
     */
    record Consultant(String id, String code, Optional<Person> person) implements Caller {}

    /** A member, for himself. */
    record Member(String id, String number) implements Caller {}

    /** Somebody who signed in for an employer or a consultant, with one post at least. */
    record Person(String userName, Set<Post> posts) {
        public Person {
            posts = Set.copyOf(posts);
        }

        public boolean files() {
            return posts.contains(Post.CLERK) || posts.contains(Post.APPROVER);
        }
    }
}
