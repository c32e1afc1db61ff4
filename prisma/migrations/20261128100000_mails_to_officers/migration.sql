ALTER TYPE "notice_kind" ADD VALUE 'newCase';

CREATE TYPE "mail_timing" AS ENUM ('atOnce', 'digest', 'never');

CREATE TABLE "mail_settings" (
  "account_id" UUID NOT NULL,
  "progress" BOOLEAN NOT NULL DEFAULT true,
  "new_case" "mail_timing" NOT NULL DEFAULT 'atOnce',
  "answered" "mail_timing" NOT NULL DEFAULT 'atOnce',
  "deadlines" "mail_timing" NOT NULL DEFAULT 'atOnce',
  "digest" BOOLEAN NOT NULL DEFAULT true,

  CONSTRAINT "mail_settings_pkey" PRIMARY KEY ("account_id")
);

CREATE TABLE "sent_digest" (
  "officer_id" UUID NOT NULL,
  "day" DATE NOT NULL,
  "sent_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "sent_digest_pkey" PRIMARY KEY ("officer_id", "day")
);

ALTER TABLE "mail_settings" ADD CONSTRAINT "mail_settings_account_id_fkey"
  FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sent_digest" ADD CONSTRAINT "sent_digest_officer_id_fkey"
  FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
