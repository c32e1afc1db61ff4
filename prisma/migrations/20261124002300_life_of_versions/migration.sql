-- AlterTable
ALTER TABLE "account" ADD COLUMN "profile" BYTEA;

-- AlterTable
ALTER TABLE "agenda_version"
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "edited_by_id" UUID,
  ADD COLUMN "edited_at" TIMESTAMPTZ(3),
  ADD COLUMN "publish_at" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawal_message" TEXT,
  ADD COLUMN "acknowledgements" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "draft"
  ADD COLUMN "trial" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "changes" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "prefilled" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "case" ADD COLUMN "trial" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "agenda_version_agenda_id_number_idx" ON "agenda_version"("agenda_id", "number");

-- AddForeignKey
ALTER TABLE "agenda_version" ADD CONSTRAINT "agenda_version_edited_by_id_fkey" FOREIGN KEY ("edited_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Written by hand from here on: what Prisma's schema cannot say.

-- References of trials have their own numbers, so that those of filings have no holes because of them.
CREATE SEQUENCE "trial_number";

-- A trial is a snapshot of a sketch, not a version: it has the number of its sketch, and there may be many.
DROP INDEX "agenda_version_agenda_id_number_key";
CREATE UNIQUE INDEX "agenda_version_one_of_number" ON "agenda_version" ("agenda_id", "number") WHERE "status" <> 'trial';

-- One version is being prepared at most; one that waits for its time is still being prepared.
DROP INDEX "agenda_version_one_draft";
CREATE UNIQUE INDEX "agenda_version_one_draft" ON "agenda_version" ("agenda_id") WHERE "status" IN ('draft', 'scheduled');
CREATE INDEX "agenda_version_scheduled" ON "agenda_version" ("publish_at") WHERE "status" = 'scheduled';
ALTER TABLE "agenda_version" ADD CONSTRAINT "agenda_version_scheduled_has_time"
  CHECK ("status" <> 'scheduled' OR "publish_at" IS NOT NULL);

-- A version that has left `draft` keeps its words. It may go back only while it waits for its time, and a trial, which
-- nobody was ever offered, may go altogether.
CREATE OR REPLACE FUNCTION refuse_change_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."status" = 'trial' THEN
      RETURN OLD;
    END IF;
    RAISE EXCEPTION 'DELETE of a published agenda version is refused' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW."status" = 'draft' AND OLD."status" <> 'scheduled')
    OR (NEW."status" = 'scheduled' AND OLD."status" <> 'scheduled')
    OR (NEW."status" = 'trial') <> (OLD."status" = 'trial')
    OR (NEW."id", NEW."agenda_id", NEW."number", NEW."title", NEW."definition", NEW."created_at")
      IS DISTINCT FROM
       (OLD."id", OLD."agenda_id", OLD."number", OLD."title", OLD."definition", OLD."created_at")
    OR (OLD."status" <> 'scheduled' AND NEW."published_at" IS DISTINCT FROM OLD."published_at")
  THEN
    RAISE EXCEPTION 'UPDATE of a published agenda version is refused' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;

-- Lists of the office hold no trials.
DROP INDEX "case_open_by_department";
DROP INDEX "case_open_by_officer";
DROP INDEX "case_open";
DROP INDEX "case_to_close_by_department";
DROP INDEX "case_to_close_by_officer";
DROP INDEX "case_to_close";
DROP INDEX "case_closed";
DROP INDEX "case_unassigned";
CREATE INDEX "case_open_by_department" ON "case" ("department_id", "due_on", "id") WHERE "decided_at" IS NULL AND NOT "trial";
CREATE INDEX "case_open_by_officer" ON "case" ("officer_id", "due_on", "id") WHERE "decided_at" IS NULL AND NOT "trial";
CREATE INDEX "case_open" ON "case" ("due_on", "id") WHERE "decided_at" IS NULL AND NOT "trial";
CREATE INDEX "case_to_close_by_department" ON "case" ("department_id", "due_on", "id")
  WHERE "decided_at" IS NOT NULL AND "closed_at" IS NULL AND NOT "trial";
CREATE INDEX "case_to_close_by_officer" ON "case" ("officer_id", "due_on", "id")
  WHERE "decided_at" IS NOT NULL AND "closed_at" IS NULL AND NOT "trial";
CREATE INDEX "case_to_close" ON "case" ("due_on", "id") WHERE "decided_at" IS NOT NULL AND "closed_at" IS NULL AND NOT "trial";
CREATE INDEX "case_closed" ON "case" ("due_on", "id") WHERE "closed_at" IS NOT NULL AND NOT "trial";
CREATE INDEX "case_unassigned" ON "case" ("department_id", "due_on", "id")
  WHERE "decided_at" IS NULL AND "officer_id" IS NULL AND NOT "trial";
CREATE INDEX "case_trial" ON "case" ("filed_at") WHERE "trial";

-- A filing never becomes a trial, so that what follows lets nobody at the evidence.
CREATE TRIGGER "case_stays_what_it_is" BEFORE UPDATE OF "trial" ON "case"
  FOR EACH ROW WHEN (OLD."trial" IS DISTINCT FROM NEW."trial") EXECUTE FUNCTION refuse_change();

-- What was filed on trial is no evidence of anything, and may be cleaned up with its case.
CREATE FUNCTION refuse_change_unless_trial() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM "case" WHERE "id" = OLD."case_id" AND "trial") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% of % is refused: what was recorded stays', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE OR REPLACE TRIGGER "submission_stays" BEFORE UPDATE OR DELETE ON "submission"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_trial();
CREATE OR REPLACE TRIGGER "case_event_stays" BEFORE UPDATE OR DELETE ON "case_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_trial();
CREATE OR REPLACE TRIGGER "attachment_stays" BEFORE UPDATE OR DELETE ON "attachment"
  FOR EACH ROW WHEN (OLD."case_id" IS NOT NULL) EXECUTE FUNCTION refuse_change_unless_trial();
