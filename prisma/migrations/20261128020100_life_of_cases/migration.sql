-- Cases from before: their period ran from the filing on, and they are at the first step of their plan.
ALTER TABLE "case"
  ADD COLUMN "counted_to" DATE,
  ADD COLUMN "clock_stopped_on" DATE,
  ADD COLUMN "extended_by" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "step" TEXT,
  ADD COLUMN "awaiting_until" DATE,
  ADD COLUMN "biased" UUID[] DEFAULT ARRAY[]::UUID[],
  ADD COLUMN "appeal_until" DATE,
  ADD COLUMN "changed_at" TIMESTAMPTZ(3),
  ADD COLUMN "answered_at" TIMESTAMPTZ(3);

UPDATE "case" c SET
  "counted_to" = c."due_on",
  "step" = (SELECT v."definition" #>> '{plan,0,id}' FROM "agenda_version" v WHERE v."id" = c."agenda_version_id"),
  "changed_at" = (SELECT max(e."at") FROM "case_event" e WHERE e."case_id" = c."id");

ALTER TABLE "case"
  ALTER COLUMN "counted_to" SET NOT NULL,
  ALTER COLUMN "step" SET NOT NULL,
  ALTER COLUMN "changed_at" SET NOT NULL;

-- Written by hand: what the portal looks for every night, deadlines of applicants that have passed.
CREATE INDEX "case_awaiting" ON "case" ("awaiting_until") WHERE "awaiting_until" IS NOT NULL AND NOT "trial";
