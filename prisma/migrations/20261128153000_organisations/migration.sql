CREATE TYPE organisation_kind AS ENUM ('legalPerson', 'entrepreneur');
CREATE TYPE organisation_source AS ENUM ('register', 'typed');
CREATE TYPE member_role AS ENUM ('representative', 'manager', 'filer', 'reader');
CREATE TYPE membership_state AS ENUM ('waiting', 'active', 'refused', 'ended');

CREATE TABLE organisation (
    id UUID NOT NULL,
    ico TEXT NOT NULL,
    kind organisation_kind,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    source organisation_source NOT NULL,
    checked_at TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT organisation_pkey PRIMARY KEY (id),
    CONSTRAINT organisation_ico_is_eight_digits CHECK (ico ~ '^[0-9]{8}$')
);
CREATE UNIQUE INDEX organisation_ico_key ON organisation(ico);

CREATE TABLE membership (
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    organisation_id UUID NOT NULL,
    role member_role NOT NULL,
    state membership_state NOT NULL,
    level assurance_level NOT NULL,
    asked_at TIMESTAMPTZ(3) NOT NULL,
    since TIMESTAMPTZ(3),
    until TIMESTAMPTZ(3),
    decided_by_id UUID,
    reason BYTEA,
    CONSTRAINT membership_pkey PRIMARY KEY (id),
    CONSTRAINT membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT membership_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES officer(id) ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT membership_is_active_since CHECK (state <> 'active' OR (since IS NOT NULL AND until IS NULL)),
    CONSTRAINT membership_ended_some_day CHECK (state <> 'ended' OR until IS NOT NULL),
    CONSTRAINT membership_is_refused_for_a_reason CHECK (state <> 'refused' OR reason IS NOT NULL)
);
CREATE INDEX membership_account_id_id_idx ON membership(account_id, id);
CREATE INDEX membership_organisation_id_state_id_idx ON membership(organisation_id, state, id);
CREATE INDEX membership_state_id_idx ON membership(state, id);
CREATE UNIQUE INDEX membership_one_waiting ON membership(account_id, organisation_id) WHERE state = 'waiting';
CREATE UNIQUE INDEX membership_one_active ON membership(account_id, organisation_id) WHERE state = 'active';

CREATE TABLE invitation (
    id UUID NOT NULL,
    organisation_id UUID NOT NULL,
    secret_hash BYTEA NOT NULL,
    email BYTEA NOT NULL,
    email_digest BYTEA NOT NULL,
    role member_role NOT NULL,
    invited_by_id UUID NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    used_at TIMESTAMPTZ(3),
    used_by_id UUID,
    withdrawn_at TIMESTAMPTZ(3),
    CONSTRAINT invitation_pkey PRIMARY KEY (id),
    CONSTRAINT invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT invitation_invited_by_id_fkey FOREIGN KEY (invited_by_id) REFERENCES account(id) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT invitation_used_by_id_fkey FOREIGN KEY (used_by_id) REFERENCES account(id) ON DELETE SET NULL ON UPDATE CASCADE,
    -- Who represents an organisation is checked by the office, whatever a program says.
    CONSTRAINT invitation_makes_no_representative CHECK (role <> 'representative')
);
CREATE UNIQUE INDEX invitation_secret_hash_key ON invitation(secret_hash);
CREATE INDEX invitation_organisation_id_id_idx ON invitation(organisation_id, id);
CREATE INDEX invitation_invited_by_id_idx ON invitation(invited_by_id);
CREATE INDEX invitation_used_by_id_idx ON invitation(used_by_id);
CREATE UNIQUE INDEX invitation_one_open ON invitation(organisation_id, email_digest) WHERE used_at IS NULL AND withdrawn_at IS NULL;

CREATE TABLE ares_answer (
    ico TEXT NOT NULL,
    firm JSONB NOT NULL,
    asked_at TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT ares_answer_pkey PRIMARY KEY (ico)
);
