-- Written by hand: the other lists of the inbox. What is decided and waits to be closed is little, and lies among much that is closed.
CREATE INDEX "case_to_close_by_department" ON "case" ("department_id", "due_on", "id") WHERE "decided_at" IS NOT NULL AND "closed_at" IS NULL;
CREATE INDEX "case_to_close_by_officer" ON "case" ("officer_id", "due_on", "id") WHERE "decided_at" IS NOT NULL AND "closed_at" IS NULL;
CREATE INDEX "case_to_close" ON "case" ("due_on", "id") WHERE "decided_at" IS NOT NULL AND "closed_at" IS NULL;

-- For the registry, which looks through the whole office.
CREATE INDEX "case_closed" ON "case" ("due_on", "id") WHERE "closed_at" IS NOT NULL;

-- What nobody in a department has taken over yet.
CREATE INDEX "case_unassigned" ON "case" ("department_id", "due_on", "id") WHERE "decided_at" IS NULL AND "officer_id" IS NULL;
