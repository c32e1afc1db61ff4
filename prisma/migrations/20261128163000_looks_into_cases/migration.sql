-- An officer of another department opened a case for a reason they had to state.
CREATE TABLE case_look (
    id UUID NOT NULL,
    case_id UUID NOT NULL,
    officer_id UUID NOT NULL,
    why BYTEA NOT NULL,
    at TIMESTAMPTZ(3) NOT NULL,
    until TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT case_look_pkey PRIMARY KEY (id),
    CONSTRAINT case_look_case_id_fkey FOREIGN KEY (case_id) REFERENCES "case"(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT case_look_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX case_look_case_id_officer_id_idx ON case_look(case_id, officer_id);
CREATE INDEX case_look_officer_id_idx ON case_look(officer_id);

CREATE TRIGGER case_look_is_append_only BEFORE UPDATE OR DELETE ON case_look
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
