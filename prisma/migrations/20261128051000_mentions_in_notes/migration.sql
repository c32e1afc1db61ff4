-- Whom a note is meant for.
CREATE TABLE "case_mention" (
    "note_id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,

    CONSTRAINT "case_mention_pkey" PRIMARY KEY ("note_id","officer_id")
);

-- Ids of notes grow with time, so this is the order of the list of mentions too.
CREATE INDEX "case_mention_officer_id_note_id_idx" ON "case_mention"("officer_id", "note_id");

ALTER TABLE "case_mention" ADD CONSTRAINT "case_mention_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "case_note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_mention" ADD CONSTRAINT "case_mention_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
