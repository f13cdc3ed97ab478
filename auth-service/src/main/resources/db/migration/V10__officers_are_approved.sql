-- Of what an officer may one decides and a second one approves: else one alone could make the person who approves.
ALTER TABLE user_version
    DROP CONSTRAINT user_version_step_check,
    DROP CONSTRAINT user_version_state_check,
    ADD CHECK (step IN ('CREATED', 'APPROVED', 'SUSPENDED', 'REINSTATED', 'ENDED', 'ROLES_SET')),
    ADD CHECK (state IN ('PROPOSED', 'ACTIVE', 'SUSPENDED', 'ENDED'));
