-- The blind index of the search: keyed digests of words, no words.
CREATE TABLE "case_search" (
  "case_id" UUID NOT NULL,
  "tokens" BIGINT[] NOT NULL,

  CONSTRAINT "case_search_pkey" PRIMARY KEY ("case_id")
);
ALTER TABLE "case_search" ADD CONSTRAINT "case_search_case_id_fkey"
  FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: what is not merged into the index yet is read by every search, so it is kept short.
CREATE INDEX "case_search_tokens" ON "case_search" USING GIN ("tokens") WITH (gin_pending_list_limit = 128);
-- What is found is shown from the newest on; a word that many cases have is looked for along this.
CREATE INDEX "case_by_filed" ON "case" ("filed_at", "id") WHERE NOT "trial";
CREATE INDEX "case_by_filed_of_department" ON "case" ("department_id", "filed_at", "id") WHERE NOT "trial";
