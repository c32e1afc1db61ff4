CREATE TABLE role_grant (
    id UUID NOT NULL,
    officer_id UUID NOT NULL,
    roles officer_role[],
    asked_by_id UUID NOT NULL,
    asked_at TIMESTAMPTZ(3) NOT NULL,
    decided_by_id UUID,
    decided_at TIMESTAMPTZ(3),
    granted BOOLEAN,
    CONSTRAINT role_grant_pkey PRIMARY KEY (id),
    CONSTRAINT role_grant_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT role_grant_asked_by_id_fkey FOREIGN KEY (asked_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT role_grant_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES officer(id) ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT role_grant_is_decided_whole CHECK ((decided_at IS NULL) = (granted IS NULL)),
    -- Whom it is for and who asked never agree to it; the office holds this even against its own program.
    CONSTRAINT role_grant_needs_four_eyes CHECK (granted IS NOT TRUE OR (decided_by_id <> asked_by_id AND decided_by_id <> officer_id))
);
CREATE INDEX role_grant_officer_id_idx ON role_grant(officer_id);
CREATE UNIQUE INDEX role_grant_one_open ON role_grant(officer_id) WHERE decided_at IS NULL;
