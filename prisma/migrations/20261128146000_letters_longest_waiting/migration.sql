-- The head reads first what has waited longest; a letter that waits is not changed, so it waits since its last change.
DROP INDEX "case_letter_for_approval";
CREATE INDEX "case_letter_for_approval" ON "case_letter" ("updated_at", "id") WHERE "state" = 'forApproval';
