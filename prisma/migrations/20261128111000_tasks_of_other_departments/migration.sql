-- What a case asks another department for.
CREATE TYPE "task_kind" AS ENUM ('statement', 'consent', 'other');
CREATE TYPE "task_state" AS ENUM ('open', 'answered', 'withdrawn');
CREATE TYPE "task_answer" AS ENUM ('agrees', 'conditionally', 'disagrees', 'statement');

CREATE TABLE "case_task" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,
    "officer_id" UUID,
    "kind" "task_kind" NOT NULL,
    "state" "task_state" NOT NULL DEFAULT 'open',
    "question" BYTEA NOT NULL,
    "due_on" DATE NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" "task_answer",
    "answer_text" BYTEA,
    "closed_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_task_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "case_task_case_id_id_idx" ON "case_task"("case_id", "id");
CREATE INDEX "case_task_department_id_idx" ON "case_task"("department_id");
CREATE INDEX "case_task_asked_by_id_idx" ON "case_task"("asked_by_id");

ALTER TABLE "case_task" ADD CONSTRAINT "case_task_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_task" ADD CONSTRAINT "case_task_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_task" ADD CONSTRAINT "case_task_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "case_task" ADD CONSTRAINT "case_task_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_task" ADD CONSTRAINT "case_task_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Written by hand: open tasks are few among those that are answered. By case for who sees it, by whom for the lists, by day for the night.
CREATE INDEX "case_task_open" ON "case_task" ("case_id") WHERE "state" = 'open';
CREATE INDEX "case_task_open_by_department" ON "case_task" ("department_id", "due_on", "id") WHERE "state" = 'open';
CREATE INDEX "case_task_open_by_officer" ON "case_task" ("officer_id", "due_on", "id") WHERE "state" = 'open';
CREATE INDEX "case_task_open_due" ON "case_task" ("due_on", "case_id") WHERE "state" = 'open';

ALTER TABLE "case_task" ADD CONSTRAINT "case_task_answer_is_whole" CHECK (
  ("state" = 'answered') = ("answer" IS NOT NULL AND "answer_text" IS NOT NULL)
  AND ("state" = 'open') = ("closed_at" IS NULL));

-- What was asked stays, and so does what was answered; while it is open, only whom it is for may still change.
CREATE FUNCTION refuse_change_of_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."state" = 'open'
    AND (NEW."id", NEW."case_id", NEW."department_id", NEW."kind", NEW."question", NEW."due_on", NEW."asked_by_id", NEW."asked_at")
      IS NOT DISTINCT FROM
        (OLD."id", OLD."case_id", OLD."department_id", OLD."kind", OLD."question", OLD."due_on", OLD."asked_by_id", OLD."asked_at")
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% of % is refused: what was recorded stays', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER "case_task_stays" BEFORE UPDATE OR DELETE ON "case_task"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_task();
CREATE TRIGGER "case_task_is_not_emptied" BEFORE TRUNCATE ON "case_task"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
