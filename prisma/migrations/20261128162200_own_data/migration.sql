-- Where the values came from that a form was filled in with beforehand.
ALTER TABLE draft ADD COLUMN prefilled_from JSONB NOT NULL DEFAULT '{}';

-- Mails by whom they were sent to.
ALTER TABLE mail ADD COLUMN recipient BYTEA;
CREATE INDEX mail_recipient_id_idx ON mail(recipient, id);

-- An account whose holder has closed it is nobody's.
ALTER TABLE account ADD COLUMN closed_at TIMESTAMPTZ(3);
ALTER TABLE account ADD CONSTRAINT account_closed_is_nobodys CHECK (
  closed_at IS NULL OR email IS NULL AND phone IS NULL AND profile IS NULL AND name = '' AND password_hash = '');
