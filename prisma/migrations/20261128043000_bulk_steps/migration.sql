-- One step with many cases, and what became of each.
CREATE TABLE "bulk_run" (
  "id" UUID NOT NULL,
  "officer_id" UUID NOT NULL,
  "content" BYTEA NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "bulk_run_officer_id_idx" ON "bulk_run"("officer_id");
ALTER TABLE "bulk_run" ADD CONSTRAINT "bulk_run_officer_id_fkey"
  FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "bulk_item" (
  "run_id" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "reference" TEXT NOT NULL,
  "case_id" UUID,
  "expected_version" INTEGER NOT NULL,
  "finished" BOOLEAN NOT NULL DEFAULT false,
  "problem" TEXT,

  CONSTRAINT "bulk_item_pkey" PRIMARY KEY ("run_id", "position")
);
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_run_id_fkey"
  FOREIGN KEY ("run_id") REFERENCES "bulk_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;
