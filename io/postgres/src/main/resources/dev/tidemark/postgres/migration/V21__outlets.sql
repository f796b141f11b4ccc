-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- Where what was committed is told elsewhere. No commit writes here: whoever runs outlets reads what is committed,
-- notes what is new in outlet_event, and delivers it from there, each outlet from a position of its own.

CREATE TABLE outlet_recording (
  only_row     boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  kept_days    integer NOT NULL DEFAULT 30 CHECK (kept_days >= 8),
  pace_seconds integer NOT NULL DEFAULT 10 CHECK (pace_seconds >= 1)
);
INSERT INTO outlet_recording DEFAULT VALUES;
COMMENT ON TABLE outlet_recording IS 'whoever notes events holds its row until they are committed, so their positions become visible in order';
COMMENT ON COLUMN outlet_recording.pace_seconds IS 'changes of one score are told at most this often, the last one always';

CREATE TABLE outlets (
  id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id   uuid NOT NULL REFERENCES organisation,
  outlet_type       text NOT NULL CHECK (outlet_type <> ''),
  name              text NOT NULL CHECK (name <> ''),
  settings          jsonb NOT NULL CHECK (settings ? 'ciphertext'),
  events            text[] NOT NULL CHECK (events <> '{}'),
  status            text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'PAUSED', 'STOPPED')),
  version           bigint NOT NULL DEFAULT 1,
  created_at        timestamptz NOT NULL DEFAULT now(),
  updated_at        timestamptz NOT NULL DEFAULT now(),
  position          bigint NOT NULL DEFAULT 0,
  windows_revision  bigint NOT NULL DEFAULT 0,
  lease             uuid,
  leased_until      timestamptz,
  attempts          integer NOT NULL DEFAULT 0,
  next_try          timestamptz,
  delivered         bigint NOT NULL DEFAULT 0,
  last_delivered_at timestamptz,
  failing_since     timestamptz,
  failure_category  text,
  failure_message   text,
  UNIQUE (organisation_id, id),
  UNIQUE (organisation_id, name)
) WITH (fillfactor = 50);
COMMENT ON COLUMN outlets.settings IS 'sealed, as connection details are';
COMMENT ON COLUMN outlets.events IS 'the types of events it is told';
COMMENT ON COLUMN outlets.status IS 'STOPPED: the receiver said that it is gone for good';
COMMENT ON COLUMN outlets.position IS 'of the last event that was delivered or given up';
COMMENT ON COLUMN outlets.windows_revision IS 'the organisation''s revision through which windows were delivered';
COMMENT ON COLUMN outlets.attempts IS 'failed ones at the event after the position';

CREATE TABLE outlet_event (
  position        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id              uuid NOT NULL UNIQUE,
  organisation_id uuid NOT NULL REFERENCES organisation,
  type            text NOT NULL,
  subject         text NOT NULL,
  at              timestamptz NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT now(),
  data            jsonb NOT NULL
);
CREATE INDEX outlet_event_by_organisation ON outlet_event (organisation_id, position);
CREATE INDEX outlet_event_by_age ON outlet_event (recorded_at);
COMMENT ON COLUMN outlet_event.id IS 'first 128 bits of SHA-256 over what it tells of: the same event has the same id whoever notes it';

CREATE TABLE outlet_told (
  organisation_id uuid NOT NULL REFERENCES organisation,
  subject         text COLLATE "C" NOT NULL,
  state           jsonb NOT NULL,
  told_at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, subject)
) WITH (fillfactor = 50);
COMMENT ON TABLE outlet_told IS 'how a score or a stream stood when an event told of it last';

CREATE TABLE outlet_dead_letter (
  outlet_id       uuid NOT NULL,
  position        bigint NOT NULL,
  organisation_id uuid NOT NULL,
  event_id        uuid NOT NULL,
  type            text NOT NULL,
  subject         text NOT NULL,
  at              timestamptz NOT NULL,
  data            jsonb NOT NULL,
  attempts        integer NOT NULL,
  category        text NOT NULL,
  reason          text NOT NULL,
  dead_at         timestamptz NOT NULL DEFAULT now(),
  replay_asked_at timestamptz,
  PRIMARY KEY (outlet_id, position),
  FOREIGN KEY (organisation_id, outlet_id) REFERENCES outlets (organisation_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE outlet_dead_letter IS 'events an outlet was given up on; a replay delivers one under its old id and takes it away';

DO $$
DECLARE
  guarded text;
BEGIN
  FOREACH guarded IN ARRAY ARRAY['outlets', 'outlet_event', 'outlet_told', 'outlet_dead_letter'] LOOP
    EXECUTE format('ALTER TABLE tidemark.%I ENABLE ROW LEVEL SECURITY', guarded);
    EXECUTE format('CREATE POLICY own_organisation ON tidemark.%I USING (organisation_id = tidemark.current_organisation())', guarded);
  END LOOP;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader') THEN
    GRANT SELECT ON tidemark.outlet_recording, tidemark.outlet_event, tidemark.outlet_told, tidemark.outlet_dead_letter TO tidemark_reader;
    GRANT SELECT (id, organisation_id, outlet_type, name, events, status, version, created_at, updated_at, position, windows_revision,
                  attempts, next_try, delivered, last_delivered_at, failing_since, failure_category, failure_message)
      ON tidemark.outlets TO tidemark_reader;
  END IF;
END $$;
