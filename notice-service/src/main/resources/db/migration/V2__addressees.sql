-- The newest known of each member; a tombstone takes the row away.
CREATE TABLE person (
    member_number text PRIMARY KEY CHECK (member_number ~ '^[0-9]{10}$'),
    name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100)
);

CREATE TABLE contact (
    member_number text PRIMARY KEY CHECK (member_number ~ '^[0-9]{10}$'),
    email         text NOT NULL CHECK (email ~ '^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$'),
    language      text NOT NULL CHECK (language IN ('JAPANESE', 'ENGLISH'))
);
