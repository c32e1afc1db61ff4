CREATE TYPE mandate_origin AS ENUM ('online', 'power');
CREATE TYPE mandate_scope AS ENUM ('all', 'agendas', 'case');
CREATE TYPE mandate_state AS ENUM ('offered', 'waiting', 'active', 'refused', 'rejected', 'revoked', 'resigned');

CREATE TABLE mandate (
    id UUID NOT NULL,
    origin mandate_origin NOT NULL,
    scope mandate_scope NOT NULL,
    state mandate_state NOT NULL,
    agenda_ids UUID[] DEFAULT ARRAY[]::UUID[],
    case_id UUID,
    from_on DATE NOT NULL,
    until_on DATE,
    principal_id UUID,
    principal_organisation_id UUID,
    principal BYTEA,
    agent_id UUID,
    agent_organisation_id UUID,
    made_by_id UUID NOT NULL,
    level assurance_level NOT NULL,
    created_at TIMESTAMPTZ(3) NOT NULL,
    secret_hash BYTEA,
    email BYTEA,
    expires_at TIMESTAMPTZ(3),
    accepted_at TIMESTAMPTZ(3),
    accepted_by_id UUID,
    ended_at TIMESTAMPTZ(3),
    ended_by_id UUID,
    decided_by_id UUID,
    reason BYTEA,
    CONSTRAINT mandate_pkey PRIMARY KEY (id),
    CONSTRAINT mandate_case_id_fkey FOREIGN KEY (case_id) REFERENCES "case"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT mandate_principal_id_fkey FOREIGN KEY (principal_id) REFERENCES account(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT mandate_principal_organisation_id_fkey FOREIGN KEY (principal_organisation_id) REFERENCES organisation(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT mandate_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES account(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT mandate_agent_organisation_id_fkey FOREIGN KEY (agent_organisation_id) REFERENCES organisation(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT mandate_made_by_id_fkey FOREIGN KEY (made_by_id) REFERENCES account(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT mandate_accepted_by_id_fkey FOREIGN KEY (accepted_by_id) REFERENCES account(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT mandate_ended_by_id_fkey FOREIGN KEY (ended_by_id) REFERENCES account(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT mandate_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT mandate_has_one_principal CHECK (
      num_nonnulls(principal_id, principal_organisation_id) <= 1
      AND num_nonnulls(principal_id, principal_organisation_id, principal) >= 1),
    CONSTRAINT mandate_has_one_agent CHECK (
      num_nonnulls(agent_id, agent_organisation_id) <= 1
      AND (state NOT IN ('active', 'waiting', 'resigned') OR num_nonnulls(agent_id, agent_organisation_id) = 1)),
    CONSTRAINT mandate_empowers_another CHECK (
      agent_id <> principal_id AND agent_organisation_id <> principal_organisation_id),
    CONSTRAINT mandate_of_one_case_names_it CHECK ((scope = 'case') = (case_id IS NOT NULL)),
    CONSTRAINT mandate_of_agendas_names_them CHECK ((scope = 'agendas') = (cardinality(agenda_ids) > 0)),
    CONSTRAINT mandate_ends_after_it_begins CHECK (until_on >= from_on),
    -- What a power of attorney says, the registry has checked, whatever a program says.
    CONSTRAINT mandate_by_power_is_checked CHECK (origin <> 'power' OR state <> 'active' OR decided_by_id IS NOT NULL),
    CONSTRAINT mandate_is_rejected_for_a_reason CHECK (state <> 'rejected' OR reason IS NOT NULL),
    CONSTRAINT mandate_offered_by_link CHECK (state <> 'offered' OR (secret_hash IS NOT NULL AND expires_at IS NOT NULL))
);
CREATE UNIQUE INDEX mandate_secret_hash_key ON mandate(secret_hash);
CREATE INDEX mandate_agent_id_id_idx ON mandate(agent_id, id);
CREATE INDEX mandate_agent_organisation_id_id_idx ON mandate(agent_organisation_id, id);
CREATE INDEX mandate_principal_id_id_idx ON mandate(principal_id, id);
CREATE INDEX mandate_principal_organisation_id_id_idx ON mandate(principal_organisation_id, id);
CREATE INDEX mandate_case_id_idx ON mandate(case_id);
CREATE INDEX mandate_state_id_idx ON mandate(state, id);

ALTER TABLE draft ADD COLUMN mandate_id UUID, ADD COLUMN acted_by_id UUID;
ALTER TABLE draft ADD CONSTRAINT draft_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES mandate(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE draft ADD CONSTRAINT draft_acted_by_id_fkey FOREIGN KEY (acted_by_id) REFERENCES account(id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX draft_mandate_id_idx ON draft(mandate_id);

ALTER TABLE "case" ADD COLUMN mandate_id UUID, ADD COLUMN acted_by_id UUID;
ALTER TABLE "case" ADD CONSTRAINT case_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES mandate(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case" ADD CONSTRAINT case_acted_by_id_fkey FOREIGN KEY (acted_by_id) REFERENCES account(id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX case_mandate_id_filed_at_idx ON "case"(mandate_id, filed_at);

ALTER TABLE attachment ADD COLUMN mandate_id UUID;
ALTER TABLE attachment ADD CONSTRAINT attachment_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES mandate(id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX attachment_mandate_id_idx ON attachment(mandate_id);
ALTER TABLE attachment DROP CONSTRAINT attachment_has_owner;
ALTER TABLE attachment ADD CONSTRAINT attachment_has_owner
  CHECK (draft_id IS NOT NULL OR case_id IS NOT NULL OR correction_draft_id IS NOT NULL OR mandate_id IS NOT NULL);

-- Nobody acts for an organisation without an account, or a mandate.
ALTER TABLE draft DROP CONSTRAINT draft_for_organisation_has_account;
ALTER TABLE draft ADD CONSTRAINT draft_for_organisation_has_account
  CHECK (organisation_id IS NULL OR account_id IS NOT NULL OR mandate_id IS NOT NULL);
ALTER TABLE "case" DROP CONSTRAINT case_for_organisation_has_applicant;
ALTER TABLE "case" ADD CONSTRAINT case_for_organisation_has_applicant
  CHECK (organisation_id IS NULL OR applicant_id IS NOT NULL OR mandate_id IS NOT NULL);
-- Whoever acted did so under a mandate.
ALTER TABLE draft ADD CONSTRAINT draft_by_agent_has_mandate CHECK (acted_by_id IS NULL OR mandate_id IS NOT NULL);
ALTER TABLE "case" ADD CONSTRAINT case_by_agent_has_mandate CHECK (acted_by_id IS NULL OR mandate_id IS NOT NULL);
