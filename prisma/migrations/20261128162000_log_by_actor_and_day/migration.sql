CREATE INDEX audit_record_actor_id_id_idx ON audit_record(actor_id, id);
CREATE INDEX audit_record_action_id_idx ON audit_record(action, id);
-- Records come in the order of time, so a few bytes for each stretch of the table are enough to find a day.
CREATE INDEX audit_record_at_idx ON audit_record USING brin (at);
