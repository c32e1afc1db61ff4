-- Who has a case open just now. Of no worth a few minutes later, so a crash may lose it: unlogged.
CREATE UNLOGGED TABLE "case_presence" (
    "case_id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_presence_pkey" PRIMARY KEY ("case_id","officer_id")
);

CREATE INDEX "case_presence_officer_id_idx" ON "case_presence"("officer_id");

ALTER TABLE "case_presence" ADD CONSTRAINT "case_presence_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_presence" ADD CONSTRAINT "case_presence_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
