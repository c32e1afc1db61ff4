-- One administrator of everything becomes three roles, so that each can be given alone.
CREATE TYPE officer_role_of_today AS ENUM ('clerk', 'head', 'registry', 'agendaAdmin', 'peopleAdmin', 'operator', 'auditor');

ALTER TABLE officer ALTER COLUMN roles TYPE officer_role_of_today[] USING (
  array_cat(array_remove(roles::text[], 'admin'),
    CASE WHEN 'admin' = ANY(roles::text[]) THEN ARRAY['agendaAdmin', 'peopleAdmin', 'operator'] ELSE ARRAY[]::text[] END)
)::officer_role_of_today[];

DROP TYPE officer_role;
ALTER TYPE officer_role_of_today RENAME TO officer_role;
