ALTER TABLE draft ADD COLUMN organisation_id UUID REFERENCES organisation(id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case" ADD COLUMN organisation_id UUID REFERENCES organisation(id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX draft_organisation_id_idx ON draft(organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX case_organisation_id_filed_at_id_idx ON "case"(organisation_id, filed_at, id) WHERE organisation_id IS NOT NULL;
-- Nobody acts for an organisation without an account.
ALTER TABLE draft ADD CONSTRAINT draft_for_organisation_has_account CHECK (organisation_id IS NULL OR account_id IS NOT NULL);
ALTER TABLE "case" ADD CONSTRAINT case_for_organisation_has_applicant CHECK (organisation_id IS NULL OR applicant_id IS NOT NULL);
