-- Written by hand: before a version is published or withdrawn, those who are filling it in are looked at.
CREATE INDEX "draft_open_of_version" ON "draft" ("agenda_version_id", "updated_at") WHERE "filed_at" IS NULL AND NOT "trial";
-- Snapshots of sketches are cleaned up when nothing refers to them.
CREATE INDEX "agenda_version_trial" ON "agenda_version" ("created_at") WHERE "status" = 'trial';
