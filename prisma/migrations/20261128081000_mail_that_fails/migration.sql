CREATE TYPE "mail_failure" AS ENUM ('noMailbox', 'refused', 'timeout', 'unreachable', 'unknown');

ALTER TABLE "mail"
  ADD COLUMN "failure" "mail_failure",
  ADD COLUMN "given_up_at" TIMESTAMPTZ(3);

UPDATE "mail" SET "failure" = 'unknown' WHERE "last_error" IS NOT NULL;

CREATE TABLE "bouncing_address" (
  "digest" BYTEA NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  "last_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "bouncing_address_pkey" PRIMARY KEY ("digest")
);

-- Written by hand: the lists of outgoing mail. What is not sent is little, what is sent is everything else.
CREATE INDEX "mail_unsent" ON "mail" ("created_at", "id") WHERE "sent_at" IS NULL;
CREATE INDEX "mail_sent" ON "mail" ("created_at", "id") WHERE "sent_at" IS NOT NULL;
