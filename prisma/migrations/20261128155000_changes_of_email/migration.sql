CREATE TABLE email_change (
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    content BYTEA NOT NULL,
    secret_hash BYTEA NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    asked_at TIMESTAMPTZ(3) NOT NULL,
    done_at TIMESTAMPTZ(3),
    undo_hash BYTEA,
    CONSTRAINT email_change_pkey PRIMARY KEY (id),
    CONSTRAINT email_change_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX email_change_secret_hash_key ON email_change(secret_hash);
CREATE UNIQUE INDEX email_change_undo_hash_key ON email_change(undo_hash);
CREATE INDEX email_change_account_id_idx ON email_change(account_id);
