-- How many days a case took the office itself, without what it waited for the applicant or stood still.
ALTER TABLE "case" ADD COLUMN waited_days INTEGER NOT NULL DEFAULT 0, ADD COLUMN waiting_since DATE, ADD COLUMN own_days INTEGER;

-- Of earlier cases only the whole time is known to a statement: what they waited is in sealed events.
UPDATE "case" SET own_days = (decided_at AT TIME ZONE 'Europe/Prague')::date - (filed_at AT TIME ZONE 'Europe/Prague')::date
WHERE decided_at IS NOT NULL;
UPDATE "case" SET waiting_since = coalesce(clock_stopped_on, (changed_at AT TIME ZONE 'Europe/Prague')::date)
WHERE state IN ('awaitingApplicant', 'suspended');
UPDATE "case" SET waiting_since = (decided_at AT TIME ZONE 'Europe/Prague')::date WHERE decided_at IS NOT NULL;

-- The figures read these alone.
CREATE INDEX case_finished_figures ON "case" (decided_at)
  INCLUDE (agenda_id, department_id, officer_id, outcome, own_days) WHERE decided_at IS NOT NULL AND NOT trial;
CREATE INDEX case_filed_figures ON "case" (filed_at)
  INCLUDE (agenda_id, department_id, officer_id) WHERE NOT trial;

CREATE TABLE agenda_duration (
    agenda_id UUID NOT NULL,
    median INTEGER NOT NULL,
    ninetieth INTEGER NOT NULL,
    CONSTRAINT agenda_duration_pkey PRIMARY KEY (agenda_id),
    CONSTRAINT agenda_duration_agenda_id_fkey FOREIGN KEY (agenda_id) REFERENCES agenda(id) ON DELETE CASCADE ON UPDATE CASCADE
);
