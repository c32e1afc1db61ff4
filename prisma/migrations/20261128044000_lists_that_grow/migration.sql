-- Written by hand: lists whose cost must not grow with the office.

-- What is due or overdue: a period that stands still is not.
CREATE INDEX "case_running_by_department" ON "case" ("department_id", "due_on", "id")
  WHERE "decided_at" IS NULL AND "clock_stopped_on" IS NULL AND NOT "trial";
CREATE INDEX "case_running_by_officer" ON "case" ("officer_id", "due_on", "id")
  WHERE "decided_at" IS NULL AND "clock_stopped_on" IS NULL AND NOT "trial";
CREATE INDEX "case_running" ON "case" ("due_on", "id")
  WHERE "decided_at" IS NULL AND "clock_stopped_on" IS NULL AND NOT "trial";

-- By how far they are: whatever waits for the applicant is but one of these states.
CREATE INDEX "case_open_state_by_department" ON "case" ("department_id", "state", "due_on", "id")
  WHERE "decided_at" IS NULL AND NOT "trial";
CREATE INDEX "case_open_state" ON "case" ("state", "due_on", "id") WHERE "decided_at" IS NULL AND NOT "trial";
DROP INDEX "case_awaiting_by_department";
DROP INDEX "case_awaiting_all";

-- Of one agenda, few of which may lie among many of others.
CREATE INDEX "case_open_agenda" ON "case" ("agenda_id", "due_on", "id") WHERE "decided_at" IS NULL AND NOT "trial";

-- A state says whether the case is decided; without this the planner takes the two for independent.
CREATE STATISTICS "case_state_and_decision" (mcv) ON "state", "decided_at", "clock_stopped_on" FROM "case";

-- Where to look for words: numbers below nought, of the department, of open cases and of the day of filing
-- (src/cases/search-marks.ts).
UPDATE "case_search" x SET "tokens" = ARRAY[
    -(('x' || right(replace(c."department_id"::text, '-', ''), 15))::bit(60)::bigint | (1::bigint << 59)),
    -1 - floor(extract(epoch FROM c."filed_at") / 86400)::bigint
  ] || CASE WHEN c."decided_at" IS NULL THEN ARRAY[-(1::bigint << 60)] ELSE '{}' END || x."tokens"
FROM "case" c WHERE c."id" = x."case_id";
