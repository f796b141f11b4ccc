-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- Who may use the console, and what the database lets it do in their name.

CREATE TABLE console_person (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name       text NOT NULL UNIQUE CHECK (name <> ''),
  everywhere text CHECK (everywhere IN ('viewer', 'editor', 'administrator')),
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN console_person.everywhere IS 'the role in every organisation, those to come too; null for those in console_role alone';

CREATE TABLE console_role (
  person_id       uuid NOT NULL REFERENCES console_person ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation,
  role            text NOT NULL CHECK (role IN ('viewer', 'editor', 'administrator')),
  PRIMARY KEY (person_id, organisation_id)
);

CREATE TABLE console_link (
  hash       bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  person_id  uuid NOT NULL REFERENCES console_person ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
COMMENT ON TABLE console_link IS 'links that begin a session, each once; SHA-256 of what the link holds';

CREATE TABLE console_session (
  hash       bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  person_id  uuid NOT NULL REFERENCES console_person ON DELETE CASCADE,
  begun_at   timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
COMMENT ON COLUMN console_session.hash IS 'SHA-256 of what the cookie holds';

CREATE TABLE console_request (
  person_id   uuid NOT NULL REFERENCES console_person ON DELETE CASCADE,
  key_hash    bytea NOT NULL CHECK (octet_length(key_hash) = 32),
  fingerprint bytea NOT NULL CHECK (octet_length(fingerprint) = 32),
  made        uuid NOT NULL,
  at          timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, key_hash)
);
COMMENT ON TABLE console_request IS 'what was made by a request that may come again; its key is kept as a hash, for the fingerprint is keyed with it';

ALTER TABLE console_role ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON console_role USING (organisation_id = tidemark.current_organisation());

-- Pages of what is long are read by these.
CREATE INDEX rejected_record_newest ON rejected_record (organisation_id, kept_at, id);
CREATE INDEX connector_access_audit_newest ON connector_access_audit (organisation_id, id);

-- Whoever changes what a running job watches moves the clock, and need not have a right to it.
ALTER FUNCTION tick_registry() SECURITY DEFINER SET search_path = pg_catalog, pg_temp;

-- What editors may do in their organisation besides reading: change connectors, settings included, have what was read
-- read again, and declare the estate. The policies hold them to it as they do readers.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_editor') THEN
    CREATE ROLE tidemark_editor NOLOGIN IN ROLE tidemark_reader;
  END IF;
EXCEPTION
  WHEN insufficient_privilege OR undefined_object THEN
    RAISE NOTICE 'no right to make the role tidemark_editor: the console needs it, made and granted by hand';
  WHEN duplicate_object OR unique_violation THEN
    NULL; -- another database's migration was quicker
END $$;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader') THEN
    GRANT SELECT ON tidemark.console_role TO tidemark_reader;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_editor') THEN
    RETURN;
  END IF;
  GRANT SELECT, INSERT, UPDATE, DELETE ON tidemark.data_connectors TO tidemark_editor;
  GRANT INSERT ON tidemark.connector_access_audit, tidemark.estate_register, tidemark.attestation, tidemark.replay_request TO tidemark_editor;
  GRANT UPDATE ON tidemark.estate_register, tidemark.attestation TO tidemark_editor;
  GRANT SELECT (whole_from, basis), UPDATE (revision, whole_from, basis) ON tidemark.organisation TO tidemark_editor;
  GRANT UPDATE, DELETE ON tidemark.stream TO tidemark_editor;
  GRANT DELETE ON tidemark.metric_window, tidemark.counter_reading, tidemark.population, tidemark.asset_fact TO tidemark_editor;
  GRANT INSERT, UPDATE, DELETE ON tidemark.asset, tidemark.asset_cell TO tidemark_editor;
  GRANT SELECT, UPDATE (replay_request, replay_asked_at, refused_at), DELETE ON tidemark.rejected_record TO tidemark_editor;
END $$;

-- The owner of the tables acts as either: as a superuser anyway, and otherwise by being a member.
DO $$
DECLARE
  acted text;
BEGIN
  IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    RETURN;
  END IF;
  FOR acted IN SELECT rolname FROM pg_roles WHERE rolname IN ('tidemark_reader', 'tidemark_editor') LOOP
    EXECUTE format('GRANT %I TO CURRENT_USER', acted);
  END LOOP;
EXCEPTION
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'no right to act as tidemark_reader and tidemark_editor: the console needs it, granted by hand';
END $$;
