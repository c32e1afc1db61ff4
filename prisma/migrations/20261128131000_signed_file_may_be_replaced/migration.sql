-- A signed file is part of its letter: until that is issued, another may take its place.
CREATE FUNCTION refuse_change_of_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND (
    EXISTS (SELECT FROM "case_letter" WHERE "id" = OLD."letter_id" AND "state" <> 'issued')
    OR EXISTS (SELECT FROM "case" WHERE "id" = OLD."case_id" AND "trial")
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% of % is refused: what was recorded stays', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE OR REPLACE TRIGGER "attachment_stays" BEFORE UPDATE OR DELETE ON "attachment"
  FOR EACH ROW WHEN (OLD."case_id" IS NOT NULL) EXECUTE FUNCTION refuse_change_of_attachment();
