-- Written by hand: what Prisma's schema cannot say, and the database itself must hold.

-- References of cases are numbered by it: no lock, no max + 1.
CREATE SEQUENCE "case_number";

-- The inbox shows what waits for a decision, oldest due first; its cost must not grow with what is decided, closed or not.
CREATE INDEX "case_open_by_department" ON "case" ("department_id", "due_on", "id") WHERE "decided_at" IS NULL;
CREATE INDEX "case_open_by_officer" ON "case" ("officer_id", "due_on", "id") WHERE "decided_at" IS NULL;
CREATE INDEX "case_open" ON "case" ("due_on", "id") WHERE "decided_at" IS NULL;

-- An attachment belongs to a draft or to a case, never to nobody.
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_has_owner" CHECK ("draft_id" IS NOT NULL OR "case_id" IS NOT NULL);

-- One version of an agenda is being prepared and one is in force, at most.
CREATE UNIQUE INDEX "agenda_version_one_draft" ON "agenda_version" ("agenda_id") WHERE "status" = 'draft';
CREATE UNIQUE INDEX "agenda_version_one_published" ON "agenda_version" ("agenda_id") WHERE "status" = 'published';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: what was recorded stays', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;

-- What was filed.
CREATE TRIGGER "submission_stays" BEFORE UPDATE OR DELETE ON "submission"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "submission_is_not_emptied" BEFORE TRUNCATE ON "submission"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What happened to it.
CREATE TRIGGER "case_event_stays" BEFORE UPDATE OR DELETE ON "case_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "case_event_is_not_emptied" BEFORE TRUNCATE ON "case_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Who did what.
CREATE TRIGGER "audit_record_stays" BEFORE UPDATE OR DELETE ON "audit_record"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_record_is_not_emptied" BEFORE TRUNCATE ON "audit_record"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An attachment belongs to its draft until it is filed, then to the case for good.
CREATE TRIGGER "attachment_stays" BEFORE UPDATE OR DELETE ON "attachment"
  FOR EACH ROW WHEN (OLD."case_id" IS NOT NULL) EXECUTE FUNCTION refuse_change();

-- An agenda version that has left `draft` keeps its words; its status may only go on.
CREATE FUNCTION refuse_change_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
    OR NEW."status" = 'draft'
    OR (NEW."id", NEW."agenda_id", NEW."number", NEW."title", NEW."definition", NEW."created_at", NEW."published_at")
      IS DISTINCT FROM
       (OLD."id", OLD."agenda_id", OLD."number", OLD."title", OLD."definition", OLD."created_at", OLD."published_at")
  THEN
    RAISE EXCEPTION '% of a published agenda version is refused', TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;

CREATE TRIGGER "agenda_version_stays" BEFORE UPDATE OR DELETE ON "agenda_version"
  FOR EACH ROW WHEN (OLD."status" <> 'draft') EXECUTE FUNCTION refuse_change_of_version();
