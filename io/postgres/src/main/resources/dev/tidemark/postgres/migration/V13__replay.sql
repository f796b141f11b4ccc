-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- Records that were rejected can be read again: somebody asks, the stream's reader hands them over as a page in its
-- turn, and the commit that counts them marks them.

CREATE TABLE replay_request (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  asked_at        timestamptz NOT NULL DEFAULT now(),
  asked_by        text NOT NULL DEFAULT session_user,
  selection       text NOT NULL,
  records         bigint NOT NULL
);
COMMENT ON COLUMN replay_request.records IS 'how many were asked for and not refused at once';
ALTER TABLE replay_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON replay_request USING (organisation_id = tidemark.current_organisation());

ALTER TABLE rejected_record
  ADD COLUMN stream_id bigint REFERENCES stream ON DELETE CASCADE,
  ADD COLUMN standing text CHECK (standing IN ('PASSED', 'SHOWN AGAIN')),
  ADD COLUMN times bigint NOT NULL DEFAULT 1 CHECK (times > 0),
  ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN replay_request bigint REFERENCES replay_request ON DELETE SET NULL,
  ADD COLUMN refused_at timestamptz;
COMMENT ON COLUMN rejected_record.standing IS
  'PASSED: the stream went on without it, which a commit says; SHOWN AGAIN: every pass shows it; null: kept before this was noted';
COMMENT ON COLUMN rejected_record.times IS 'how often it was passed over: a source without keys may show two that look the same';
COMMENT ON COLUMN rejected_record.replay_asked_at IS 'set while it waits to be read again';
COMMENT ON COLUMN rejected_record.refused_at IS 'when it was read again and could not be used that time either: reason says why';

-- Nobody ever read again what was asked for before this.
UPDATE rejected_record SET replay_asked_at = NULL;

CREATE INDEX rejected_record_waiting ON rejected_record (stream_id, observed_at, id) WHERE replay_asked_at IS NOT NULL;
CREATE INDEX rejected_record_by_stream ON rejected_record (stream_id);
CREATE INDEX rejected_record_by_request ON rejected_record (replay_request) WHERE replay_request IS NOT NULL;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader') THEN
    GRANT SELECT ON tidemark.replay_request TO tidemark_reader;
    -- What a record holds may be nobody's to read: it is shown by the command, which notes who looked.
    REVOKE SELECT ON tidemark.rejected_record FROM tidemark_reader;
    GRANT SELECT (id, organisation_id, connector_id, stream, connector_type, record_key, reason, observed_at, kept_at,
                  replay_asked_at, replayed_at, stream_id, standing, times, seen_at, replay_request, refused_at)
      ON tidemark.rejected_record TO tidemark_reader;
  END IF;
END $$;
