CREATE TABLE saml_session (
    sign_in_id UUID NOT NULL,
    name_digest BYTEA NOT NULL,
    index_digest BYTEA NOT NULL,
    content BYTEA NOT NULL,
    CONSTRAINT saml_session_pkey PRIMARY KEY (sign_in_id),
    CONSTRAINT saml_session_sign_in_id_fkey FOREIGN KEY (sign_in_id) REFERENCES sign_in(id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX saml_session_name_digest_idx ON saml_session(name_digest);

CREATE TYPE saml_request_kind AS ENUM ('signIn', 'signOut');

CREATE TABLE saml_request (
    id TEXT NOT NULL,
    kind saml_request_kind NOT NULL,
    level assurance_level,
    expires_at TIMESTAMPTZ(3) NOT NULL,
    answered_at TIMESTAMPTZ(3),
    assertion_id TEXT,
    answer BYTEA,
    CONSTRAINT saml_request_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX saml_request_assertion_id_key ON saml_request(assertion_id);
CREATE INDEX saml_request_expires_at_idx ON saml_request(expires_at);
