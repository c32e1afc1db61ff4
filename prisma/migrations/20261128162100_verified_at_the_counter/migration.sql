-- A clerk has seen an identity document of whoever holds an account.
CREATE TABLE account_verification (
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    content BYTEA NOT NULL,
    officer_id UUID NOT NULL,
    at TIMESTAMPTZ(3) NOT NULL,
    valid_until DATE NOT NULL,
    revoked_at TIMESTAMPTZ(3),
    revoked_by_id UUID,
    reason BYTEA,
    CONSTRAINT account_verification_pkey PRIMARY KEY (id),
    CONSTRAINT account_verification_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT account_verification_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT account_verification_revoked_by_id_fkey FOREIGN KEY (revoked_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT account_verification_is_revoked_by_somebody CHECK (
      (revoked_at IS NULL) = (revoked_by_id IS NULL) AND (revoked_at IS NULL) = (reason IS NULL))
);
CREATE INDEX account_verification_account_id_at_idx ON account_verification(account_id, at);
CREATE INDEX account_verification_officer_id_idx ON account_verification(officer_id);
CREATE INDEX account_verification_revoked_by_id_idx ON account_verification(revoked_by_id);

-- By which the clerk finds that account.
CREATE TABLE counter_code (
    account_id UUID NOT NULL,
    digest BYTEA NOT NULL,
    content BYTEA NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT counter_code_pkey PRIMARY KEY (account_id),
    CONSTRAINT counter_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX counter_code_digest_key ON counter_code(digest);
