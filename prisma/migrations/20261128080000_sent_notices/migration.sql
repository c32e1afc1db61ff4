CREATE TYPE "notice_kind" AS ENUM ('supplementSoon', 'supplementToday', 'dueSoon', 'overdue', 'legalForce');

CREATE TABLE "sent_notice" (
  "case_id" UUID NOT NULL,
  "kind" "notice_kind" NOT NULL,
  "day" DATE NOT NULL,
  "sent_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "sent_notice_pkey" PRIMARY KEY ("case_id", "kind", "day")
);

ALTER TABLE "sent_notice" ADD CONSTRAINT "sent_notice_case_id_fkey"
  FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: decisions whose period to appeal is looked at every night.
CREATE INDEX "case_appealable" ON "case" ("appeal_until", "id")
  WHERE "appeal_until" IS NOT NULL AND "state" = 'decided' AND NOT "trial";
