ALTER TABLE account ALTER COLUMN email DROP NOT NULL;

-- The office writes to its officers.
CREATE FUNCTION refuse_officer_without_mailbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'officer' THEN
    IF EXISTS (SELECT FROM account WHERE id = NEW.account_id AND email IS NULL) THEN
      RAISE EXCEPTION 'an officer needs an account with an e-mail';
    END IF;
  ELSIF NEW.email IS NULL AND EXISTS (SELECT FROM officer WHERE account_id = NEW.id) THEN
    RAISE EXCEPTION 'the account of an officer keeps its e-mail';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER officer_has_mailbox BEFORE INSERT OR UPDATE OF account_id ON officer
  FOR EACH ROW EXECUTE FUNCTION refuse_officer_without_mailbox();
CREATE TRIGGER officer_keeps_mailbox BEFORE UPDATE OF email ON account
  FOR EACH ROW EXECUTE FUNCTION refuse_officer_without_mailbox();

CREATE TYPE identity_provider AS ENUM ('nia', 'bankId', 'staff', 'dataBox', 'demo');

CREATE TABLE account_identity (
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    provider identity_provider NOT NULL,
    subject_digest BYTEA NOT NULL,
    content BYTEA NOT NULL,
    linked_at TIMESTAMPTZ(3) NOT NULL,
    used_at TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT account_identity_pkey PRIMARY KEY (id),
    CONSTRAINT account_identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX account_identity_provider_subject_digest_key ON account_identity(provider, subject_digest);
CREATE INDEX account_identity_account_id_idx ON account_identity(account_id);

CREATE TYPE sign_in_method AS ENUM ('password', 'mailLink', 'nia', 'bankId', 'staff', 'dataBox', 'demo');
CREATE TYPE assurance_level AS ENUM ('account', 'substantial', 'high');

CREATE TABLE sign_in (
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    method sign_in_method NOT NULL,
    level assurance_level NOT NULL,
    at TIMESTAMPTZ(3) NOT NULL,
    ended_at TIMESTAMPTZ(3),
    content BYTEA NOT NULL,
    CONSTRAINT sign_in_pkey PRIMARY KEY (id),
    CONSTRAINT sign_in_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX sign_in_account_id_at_idx ON sign_in(account_id, at);
CREATE INDEX sign_in_at_idx ON sign_in(at);
