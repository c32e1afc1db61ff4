-- Cases an officer keeps an eye on.
CREATE TABLE "case_watch" (
  "officer_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "case_watch_pkey" PRIMARY KEY ("officer_id", "case_id")
);
CREATE INDEX "case_watch_case_id_idx" ON "case_watch"("case_id");
ALTER TABLE "case_watch" ADD CONSTRAINT "case_watch_officer_id_fkey"
  FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_watch" ADD CONSTRAINT "case_watch_case_id_fkey"
  FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- When an officer last had a case on the desk.
CREATE TABLE "case_visit" (
  "case_id" UUID NOT NULL,
  "officer_id" UUID NOT NULL,
  "seen_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "case_visit_pkey" PRIMARY KEY ("case_id", "officer_id")
);
CREATE INDEX "case_visit_officer_id_idx" ON "case_visit"("officer_id");
ALTER TABLE "case_visit" ADD CONSTRAINT "case_visit_officer_id_fkey"
  FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_visit" ADD CONSTRAINT "case_visit_case_id_fkey"
  FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: what waits for the applicant, and what the applicant did and the office has not reacted to.
CREATE INDEX "case_awaiting_by_department" ON "case" ("department_id", "due_on", "id")
  WHERE "state" = 'awaitingApplicant' AND "decided_at" IS NULL AND NOT "trial";
CREATE INDEX "case_awaiting_by_officer" ON "case" ("officer_id", "due_on", "id")
  WHERE "state" = 'awaitingApplicant' AND "decided_at" IS NULL AND NOT "trial";
CREATE INDEX "case_awaiting_all" ON "case" ("due_on", "id")
  WHERE "state" = 'awaitingApplicant' AND "decided_at" IS NULL AND NOT "trial";
CREATE INDEX "case_answered_by_department" ON "case" ("department_id", "due_on", "id") WHERE "answered_at" IS NOT NULL AND NOT "trial";
CREATE INDEX "case_answered_by_officer" ON "case" ("officer_id", "due_on", "id") WHERE "answered_at" IS NOT NULL AND NOT "trial";
CREATE INDEX "case_answered" ON "case" ("due_on", "id") WHERE "answered_at" IS NOT NULL AND NOT "trial";

-- Other orders of the long lists: a department's and the whole office's. An officer's own are short enough to be sorted.
CREATE INDEX "case_open_filed_by_department" ON "case" ("department_id", "filed_at", "id") WHERE "decided_at" IS NULL AND NOT "trial";
CREATE INDEX "case_open_filed" ON "case" ("filed_at", "id") WHERE "decided_at" IS NULL AND NOT "trial";
CREATE INDEX "case_open_changed_by_department" ON "case" ("department_id", "changed_at", "id") WHERE "decided_at" IS NULL AND NOT "trial";
CREATE INDEX "case_open_changed" ON "case" ("changed_at", "id") WHERE "decided_at" IS NULL AND NOT "trial";
CREATE INDEX "case_open_reference_by_department" ON "case" ("department_id", "reference", "id") WHERE "decided_at" IS NULL AND NOT "trial";
CREATE INDEX "case_open_reference" ON "case" ("reference", "id") WHERE "decided_at" IS NULL AND NOT "trial";
CREATE INDEX "case_closed_filed_by_department" ON "case" ("department_id", "filed_at", "id") WHERE "closed_at" IS NOT NULL AND NOT "trial";
CREATE INDEX "case_closed_filed" ON "case" ("filed_at", "id") WHERE "closed_at" IS NOT NULL AND NOT "trial";
CREATE INDEX "case_closed_changed_by_department" ON "case" ("department_id", "changed_at", "id") WHERE "closed_at" IS NOT NULL AND NOT "trial";
CREATE INDEX "case_closed_changed" ON "case" ("changed_at", "id") WHERE "closed_at" IS NOT NULL AND NOT "trial";
CREATE INDEX "case_closed_reference_by_department" ON "case" ("department_id", "reference", "id") WHERE "closed_at" IS NOT NULL AND NOT "trial";
CREATE INDEX "case_closed_reference" ON "case" ("reference", "id") WHERE "closed_at" IS NOT NULL AND NOT "trial";
