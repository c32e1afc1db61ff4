-- Two cases that have to do with each other; the pair is kept once, the lower id first.
CREATE TABLE "case_link" (
    "case_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "why" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_link_pkey" PRIMARY KEY ("case_id","other_id"),
    CONSTRAINT "case_link_order" CHECK ("case_id" < "other_id")
);

CREATE INDEX "case_link_other_id_idx" ON "case_link"("other_id");
CREATE INDEX "case_link_officer_id_idx" ON "case_link"("officer_id");

ALTER TABLE "case_link" ADD CONSTRAINT "case_link_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
