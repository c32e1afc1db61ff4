CREATE TYPE authorisation_method AS ENUM ('signIn', 'mailCode');

CREATE TABLE authorisation (
    id UUID NOT NULL,
    account_id UUID,
    draft_id UUID,
    case_id UUID,
    method authorisation_method NOT NULL,
    document_hash BYTEA NOT NULL,
    needed assurance_level NOT NULL,
    level assurance_level,
    code_digest BYTEA,
    tries INTEGER NOT NULL DEFAULT 0,
    asked_at TIMESTAMPTZ(3) NOT NULL,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    confirmed_at TIMESTAMPTZ(3),
    used_at TIMESTAMPTZ(3),
    content BYTEA,
    CONSTRAINT authorisation_pkey PRIMARY KEY (id),
    CONSTRAINT authorisation_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT authorisation_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(id) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT authorisation_case_id_fkey FOREIGN KEY (case_id) REFERENCES "case"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT authorisation_is_of_something CHECK (draft_id IS NOT NULL OR case_id IS NOT NULL),
    CONSTRAINT authorisation_is_a_sha256 CHECK (octet_length(document_hash) = 32),
    CONSTRAINT authorisation_is_proved CHECK (confirmed_at IS NULL OR (content IS NOT NULL AND level IS NOT NULL)),
    CONSTRAINT authorisation_is_used_once_confirmed CHECK (used_at IS NULL OR (confirmed_at IS NOT NULL AND case_id IS NOT NULL)),
    CONSTRAINT authorisation_by_mail_has_a_code CHECK ((method = 'mailCode') = (code_digest IS NOT NULL))
);
CREATE INDEX authorisation_account_id_idx ON authorisation(account_id);
CREATE INDEX authorisation_draft_id_idx ON authorisation(draft_id);
CREATE INDEX authorisation_case_id_idx ON authorisation(case_id);
CREATE INDEX authorisation_expires_at_idx ON authorisation(expires_at);
-- A filing has one proof.
CREATE UNIQUE INDEX authorisation_of_case ON authorisation(case_id) WHERE used_at IS NOT NULL;

-- The proof of a filing stays as it is; only whose it was is let go with the account, and all of it with a trial.
CREATE FUNCTION refuse_change_of_proof() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM "case" WHERE id = OLD.case_id AND trial) THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.account_id IS NULL THEN
    NEW.account_id := OLD.account_id;
    IF NEW IS NOT DISTINCT FROM OLD THEN
      NEW.account_id := NULL;
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% of % is refused: what was recorded stays', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER authorisation_stays BEFORE UPDATE OR DELETE ON authorisation
  FOR EACH ROW WHEN (OLD.used_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_proof();
CREATE TRIGGER authorisation_is_not_emptied BEFORE TRUNCATE ON authorisation
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "case" ADD COLUMN confirm_until DATE;
ALTER TABLE "case" ADD CONSTRAINT case_is_to_be_confirmed_some_day
  CHECK (state NOT IN ('unconfirmed', 'lapsed') OR confirm_until IS NOT NULL);
-- What every night asks for.
CREATE INDEX case_unconfirmed ON "case" (confirm_until, id) WHERE state = 'unconfirmed' AND NOT trial;
