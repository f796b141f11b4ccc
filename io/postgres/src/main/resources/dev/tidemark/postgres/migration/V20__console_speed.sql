-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- A page of the estate is read by this, in place of all streams of the organisation. None of its columns changes with
-- a commit, so updates of streams stay on their pages.
CREATE INDEX stream_by_platform ON stream (organisation_id, stratum COLLATE "C") WHERE metrics <> '{}';

-- Somebody wants a connector read now. It ticks, so a running job takes it up anew within seconds, and whatever is
-- taken up anew is polled at once.
ALTER TABLE data_connectors ADD COLUMN sync_asked_at timestamptz;
COMMENT ON COLUMN data_connectors.sync_asked_at IS 'when somebody last asked to have it read at once';

DROP TRIGGER connector_ticks_when_changed ON data_connectors;
CREATE TRIGGER connector_ticks_when_changed BEFORE UPDATE ON data_connectors
  FOR EACH ROW
  WHEN ((OLD.connector_type, OLD.name, OLD.connection_details ->> 'ciphertext', OLD.streams, OLD.intervals, OLD.budget, OLD.status, OLD.resets, OLD.sync_asked_at)
    IS DISTINCT FROM
        (NEW.connector_type, NEW.name, NEW.connection_details ->> 'ciphertext', NEW.streams, NEW.intervals, NEW.budget, NEW.status, NEW.resets, NEW.sync_asked_at))
  EXECUTE FUNCTION tick_registry();
