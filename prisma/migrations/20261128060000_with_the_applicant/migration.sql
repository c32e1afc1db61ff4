-- AlterTable
ALTER TABLE "attachment" ADD COLUMN "correction_draft_id" UUID,
ADD COLUMN "correction_id" UUID,
ADD COLUMN "message_id" UUID;

-- AlterTable
ALTER TABLE "case" ADD COLUMN "appeals_case_id" UUID;

-- AlterTable
ALTER TABLE "draft" ADD COLUMN "appeals_case_id" UUID;

-- CreateTable
CREATE TABLE "case_message" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "from_office" BOOLEAN NOT NULL,
    "content" BYTEA NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_correction" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "content" BYTEA NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction_draft" (
    "case_id" UUID NOT NULL,
    "entries" BYTEA NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "correction_draft_pkey" PRIMARY KEY ("case_id")
);

-- CreateIndex
CREATE INDEX "case_message_case_id_at_id_idx" ON "case_message"("case_id", "at", "id");

-- CreateIndex
CREATE INDEX "case_correction_case_id_at_idx" ON "case_correction"("case_id", "at");

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_appeals_case_id_fkey" FOREIGN KEY ("appeals_case_id") REFERENCES "case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "case_message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_correction_id_fkey" FOREIGN KEY ("correction_id") REFERENCES "case_correction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_correction_draft_id_fkey" FOREIGN KEY ("correction_draft_id") REFERENCES "correction_draft"("case_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_appeals_case_id_fkey" FOREIGN KEY ("appeals_case_id") REFERENCES "case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_message" ADD CONSTRAINT "case_message_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_correction" ADD CONSTRAINT "case_correction_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_draft" ADD CONSTRAINT "correction_draft_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on: what Prisma's schema cannot say.

-- Most files came with a filing, and most cases are no appeals.
CREATE INDEX "attachment_of_message" ON "attachment" ("message_id") WHERE "message_id" IS NOT NULL;
CREATE INDEX "attachment_of_correction" ON "attachment" ("correction_id") WHERE "correction_id" IS NOT NULL;
CREATE INDEX "attachment_of_correction_draft" ON "attachment" ("correction_draft_id") WHERE "correction_draft_id" IS NOT NULL;
CREATE INDEX "case_appeal" ON "case" ("appeals_case_id") WHERE "appeals_case_id" IS NOT NULL;
CREATE INDEX "draft_appeal" ON "draft" ("appeals_case_id") WHERE "appeals_case_id" IS NOT NULL;

-- An attachment belongs to somebody, and what came with a message or a correction belongs to its case too.
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_has_owner";
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_has_owner"
  CHECK ("draft_id" IS NOT NULL OR "case_id" IS NOT NULL OR "correction_draft_id" IS NOT NULL);
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_of_part_is_of_case"
  CHECK ("case_id" IS NOT NULL OR ("message_id" IS NULL AND "correction_id" IS NULL));

-- What the applicant mended stays as it was sent.
CREATE TRIGGER "case_correction_stays" BEFORE UPDATE OR DELETE ON "case_correction"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_trial();
CREATE TRIGGER "case_correction_is_not_emptied" BEFORE TRUNCATE ON "case_correction"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- So does what was written; only that it has been read is added, once.
CREATE FUNCTION refuse_change_of_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM "case" WHERE "id" = OLD."case_id" AND "trial") THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD."read_at" IS NULL
    AND (NEW."id", NEW."case_id", NEW."from_office", NEW."content", NEW."content_hash", NEW."at")
      IS NOT DISTINCT FROM
        (OLD."id", OLD."case_id", OLD."from_office", OLD."content", OLD."content_hash", OLD."at")
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% of % is refused: what was recorded stays', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER "case_message_stays" BEFORE UPDATE OR DELETE ON "case_message"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_message();
CREATE TRIGGER "case_message_is_not_emptied" BEFORE TRUNCATE ON "case_message"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
