-- CreateEnum
CREATE TYPE "letter_kind" AS ENUM ('letter', 'decision');

-- CreateEnum
CREATE TYPE "letter_state" AS ENUM ('draft', 'forApproval', 'approved', 'issued');

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN "letter_id" UUID;

-- CreateTable
CREATE TABLE "case_letter" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" "letter_kind" NOT NULL,
    "state" "letter_state" NOT NULL DEFAULT 'draft',
    "content" BYTEA NOT NULL,
    "returned" BYTEA,
    "author_id" UUID NOT NULL,
    "approver_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "round" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_at" TIMESTAMPTZ(3),
    "pdf_hash" BYTEA,

    CONSTRAINT "case_letter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_letter_case_id_id_idx" ON "case_letter"("case_id", "id");

-- CreateIndex
CREATE INDEX "case_letter_author_id_idx" ON "case_letter"("author_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "case_letter"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_letter" ADD CONSTRAINT "case_letter_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_letter" ADD CONSTRAINT "case_letter_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_letter" ADD CONSTRAINT "case_letter_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Most files came with a filing; few letters wait for approval at a time.
CREATE INDEX "attachment_of_letter" ON "attachment" ("letter_id") WHERE "letter_id" IS NOT NULL;
CREATE INDEX "case_letter_for_approval" ON "case_letter" ("id") WHERE "state" = 'forApproval';
CREATE INDEX "case_letter_approver" ON "case_letter" ("approver_id") WHERE "approver_id" IS NOT NULL;

-- The office decides once, and once more each time an appeal returns the case.
CREATE UNIQUE INDEX "case_letter_one_decision" ON "case_letter" ("case_id", "round")
  WHERE "kind" = 'decision' AND "state" = 'issued';

-- What was issued has its moment and its print.
ALTER TABLE "case_letter" ADD CONSTRAINT "case_letter_issued_whole"
  CHECK (("state" = 'issued') = ("issued_at" IS NOT NULL) AND ("state" = 'issued') = ("pdf_hash" IS NOT NULL));
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_of_letter_is_of_case"
  CHECK ("letter_id" IS NULL OR "case_id" IS NOT NULL);

-- What was issued stays as it went out.
CREATE FUNCTION refuse_change_of_issued() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" <> 'issued' THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% of % is refused: what was issued stays', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER "case_letter_stays" BEFORE UPDATE OR DELETE ON "case_letter"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued();
CREATE TRIGGER "case_letter_is_not_emptied" BEFORE TRUNCATE ON "case_letter"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
