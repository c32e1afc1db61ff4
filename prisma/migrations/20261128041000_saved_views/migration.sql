-- Lists that officers put together and named.
CREATE TABLE "inbox_view" (
  "id" UUID NOT NULL,
  "officer_id" UUID NOT NULL,
  "content" BYTEA NOT NULL,

  CONSTRAINT "inbox_view_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "inbox_view_officer_id_id_idx" ON "inbox_view"("officer_id", "id");
ALTER TABLE "inbox_view" ADD CONSTRAINT "inbox_view_officer_id_fkey"
  FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
