-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- An address at which a score is shown to whoever has it, and who decided which model counts.

CREATE TABLE console_badge (
  organisation_id uuid PRIMARY KEY REFERENCES organisation,
  hash            bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
  made_at         timestamptz NOT NULL DEFAULT now(),
  made_by         text NOT NULL CHECK (made_by <> '')
);
COMMENT ON TABLE console_badge IS 'one address at a time, so a new one takes the old one back; SHA-256 of what it ends with';

CREATE TABLE model_decision (
  number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  model    text NOT NULL REFERENCES model_version,
  followed text REFERENCES model_version,
  actor    text NOT NULL CHECK (actor <> ''),
  purpose  text NOT NULL,
  at       timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE model_decision IS 'models that somebody activated in the console, for all organisations, with the one before';

ALTER TABLE console_badge ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON console_badge USING (organisation_id = tidemark.current_organisation());

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader') THEN
    GRANT SELECT (organisation_id, made_at, made_by) ON tidemark.console_badge TO tidemark_reader;
    GRANT SELECT ON tidemark.model_decision TO tidemark_reader;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_editor') THEN
    GRANT INSERT, UPDATE, DELETE ON tidemark.console_badge TO tidemark_editor;
  END IF;
END $$;
