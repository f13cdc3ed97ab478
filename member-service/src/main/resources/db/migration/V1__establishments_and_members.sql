-- Facts are inserted and never changed: the service may not UPDATE or DELETE them, and what a later fact
-- replaces stays beside it. That there is one head of every chain is a constraint, not a habit.

CREATE TABLE establishment (
    number        text PRIMARY KEY CHECK (number ~ '^[0-9]{7}$'),
    name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    first_plan    boolean NOT NULL,
    second_plan   boolean NOT NULL,
    course        text CHECK (course IN ('FIXED', 'VARIABLE')),
    units         integer CHECK (units > 0),
    registered_at timestamptz NOT NULL,
    CHECK (first_plan OR second_plan),
    CHECK (second_plan = (course IS NOT NULL)),
    CHECK ((course IS NOT DISTINCT FROM 'FIXED') = (units IS NOT NULL))
);

CREATE SEQUENCE member_number AS bigint MINVALUE 1 MAXVALUE 9999999999;

CREATE TABLE member (
    number text PRIMARY KEY CHECK (number ~ '^[0-9]{10}$')
);

CREATE TABLE filing (
    id                   uuid PRIMARY KEY,
    type                 text NOT NULL CHECK (type IN ('ENROLMENT', 'BASE_SALARY_CHANGE', 'LOSS', 'TAKE_OVER')),
    channel              text NOT NULL CHECK (channel IN ('PAPER', 'DATA')),
    received_on          date NOT NULL,
    member_number        text NOT NULL REFERENCES member,
    establishment_number text NOT NULL REFERENCES establishment,
    filed_at             timestamptz NOT NULL,
    filed_by             text NOT NULL,
    body                 text NOT NULL,
    UNIQUE (id, member_number, establishment_number)
);
CREATE INDEX ON filing (member_number);
CREATE INDEX ON filing (establishment_number);

-- Who a member is, as filed; the head of the chain holds.
CREATE TABLE profile (
    filing_id     uuid PRIMARY KEY REFERENCES filing,
    member_number text NOT NULL REFERENCES member,
    name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    name_key      text NOT NULL, -- folded, for matching alone
    birth_date    date NOT NULL,
    replaces      uuid UNIQUE,
    UNIQUE (filing_id, member_number),
    FOREIGN KEY (replaces, member_number) REFERENCES profile (filing_id, member_number)
);
CREATE INDEX ON profile (birth_date, name_key);
CREATE UNIQUE INDEX one_first_profile ON profile (member_number) WHERE replaces IS NULL;

-- A period at an establishment. It follows the loss of the one before, and one period alone may follow a loss:
-- so a member has at most one membership that goes on, and periods do not overlap.
CREATE TABLE membership (
    filing_id            uuid PRIMARY KEY,
    member_number        text NOT NULL,
    establishment_number text NOT NULL,
    acquired_on          date NOT NULL,
    follows              uuid UNIQUE,
    follows_lost_on      date,
    UNIQUE (filing_id, member_number, establishment_number, acquired_on),
    FOREIGN KEY (filing_id, member_number, establishment_number)
        REFERENCES filing (id, member_number, establishment_number),
    CHECK ((follows IS NULL) = (follows_lost_on IS NULL)),
    CHECK (acquired_on >= follows_lost_on)
);
CREATE UNIQUE INDEX one_first_membership ON membership (member_number) WHERE follows IS NULL;
CREATE INDEX ON membership (member_number);
CREATE INDEX ON membership (establishment_number);

CREATE TABLE membership_loss (
    filing_id            uuid PRIMARY KEY,
    membership           uuid NOT NULL UNIQUE,
    member_number        text NOT NULL,
    establishment_number text NOT NULL,
    acquired_on          date NOT NULL,
    lost_on              date NOT NULL,
    cause                text NOT NULL CHECK (cause IN ('RETIREMENT', 'DEATH', 'AGE_65', 'REENROLMENT', 'DISMISSAL',
                                                        'MERGER', 'VOLUNTARY_WITHDRAWAL', 'OTHER')),
    UNIQUE (filing_id, member_number, lost_on),
    FOREIGN KEY (filing_id, member_number, establishment_number)
        REFERENCES filing (id, member_number, establishment_number),
    FOREIGN KEY (membership, member_number, establishment_number, acquired_on)
        REFERENCES membership (filing_id, member_number, establishment_number, acquired_on),
    CHECK (lost_on >= acquired_on)
);
CREATE INDEX ON membership_loss (member_number);

ALTER TABLE membership ADD FOREIGN KEY (follows, member_number, follows_lost_on)
    REFERENCES membership_loss (filing_id, member_number, lost_on);

-- A base salary from a day on; the first one comes with the membership itself.
CREATE TABLE base_salary (
    filing_id            uuid NOT NULL,
    plan                 text NOT NULL CHECK (plan IN ('FIRST', 'SECOND')),
    membership           uuid NOT NULL,
    member_number        text NOT NULL,
    establishment_number text NOT NULL,
    acquired_on          date NOT NULL,
    effective_from       date NOT NULL,
    base_salary          bigint NOT NULL CHECK (base_salary > 0),
    replaces             uuid,
    PRIMARY KEY (filing_id, plan),
    UNIQUE (replaces, plan),
    UNIQUE (filing_id, plan, membership, effective_from),
    FOREIGN KEY (filing_id, member_number, establishment_number)
        REFERENCES filing (id, member_number, establishment_number),
    FOREIGN KEY (membership, member_number, establishment_number, acquired_on)
        REFERENCES membership (filing_id, member_number, establishment_number, acquired_on),
    FOREIGN KEY (replaces, plan, membership, effective_from)
        REFERENCES base_salary (filing_id, plan, membership, effective_from),
    CHECK (effective_from >= acquired_on),
    CHECK (filing_id = membership AND effective_from = acquired_on AND replaces IS NULL
        OR extract(month FROM effective_from) IN (4, 10) AND extract(day FROM effective_from) = 1)
);
CREATE UNIQUE INDEX one_first_base_salary ON base_salary (membership, plan, effective_from) WHERE replaces IS NULL;
CREATE INDEX ON base_salary (member_number);

-- What was before the take-over: told once, and never filed here.
CREATE TABLE earlier_period (
    filing_id            uuid NOT NULL,
    member_number        text NOT NULL,
    establishment_number text NOT NULL,
    acquired_on          date NOT NULL,
    lost_on              date NOT NULL,
    PRIMARY KEY (filing_id, acquired_on),
    FOREIGN KEY (filing_id, member_number, establishment_number)
        REFERENCES filing (id, member_number, establishment_number),
    CHECK (lost_on >= acquired_on)
);
CREATE INDEX ON earlier_period (member_number);

CREATE TABLE transferred_asset (
    member_number        text NOT NULL,
    plan                 text NOT NULL CHECK (plan IN ('FIRST', 'SECOND')),
    ordinal              integer NOT NULL CHECK (ordinal >= 1),
    filing_id            uuid NOT NULL,
    establishment_number text NOT NULL,
    received_on          date NOT NULL,
    source               text NOT NULL CHECK (char_length(source) BETWEEN 1 AND 100),
    credited_months      integer NOT NULL CHECK (credited_months >= 0),
    PRIMARY KEY (member_number, plan, ordinal),
    FOREIGN KEY (filing_id, member_number, establishment_number)
        REFERENCES filing (id, member_number, establishment_number)
);
