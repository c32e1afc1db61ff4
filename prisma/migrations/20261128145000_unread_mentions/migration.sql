-- When whoever a note is meant for read it: on the list of mentions or at the desk of the case. Until then it is counted.
ALTER TABLE "case_mention" ADD COLUMN "read_at" TIMESTAMPTZ(3);
UPDATE "case_mention" m SET "read_at" = s."seen_at"
FROM "case_note" n JOIN "case_visit" s ON s."case_id" = n."case_id"
WHERE n."id" = m."note_id" AND s."officer_id" = m."officer_id" AND s."seen_at" >= n."at";
CREATE INDEX "case_mention_unread" ON "case_mention" ("officer_id", "note_id") WHERE "read_at" IS NULL;
