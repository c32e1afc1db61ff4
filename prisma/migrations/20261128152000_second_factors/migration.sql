ALTER TYPE sign_in_method ADD VALUE 'passkey';
ALTER TABLE sign_in ADD COLUMN second_factor_at TIMESTAMPTZ(3);

CREATE TABLE code_app (
    account_id UUID NOT NULL,
    key BYTEA NOT NULL,
    last_step INTEGER NOT NULL,
    added_at TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT code_app_pkey PRIMARY KEY (account_id),
    CONSTRAINT code_app_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE recovery_code (
    account_id UUID NOT NULL,
    code_digest BYTEA NOT NULL,
    used_at TIMESTAMPTZ(3),
    CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id, code_digest),
    CONSTRAINT recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE passkey (
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    credential_id BYTEA NOT NULL,
    public_key BYTEA NOT NULL,
    counter BIGINT NOT NULL,
    transports TEXT[],
    name BYTEA NOT NULL,
    added_at TIMESTAMPTZ(3) NOT NULL,
    used_at TIMESTAMPTZ(3),
    CONSTRAINT passkey_pkey PRIMARY KEY (id),
    CONSTRAINT passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX passkey_credential_id_key ON passkey(credential_id);
CREATE INDEX passkey_account_id_added_at_idx ON passkey(account_id, added_at);
