-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- A role to grant to people and tools that read: everything of their organisation but what is sealed. Roles belong to
-- the whole server; where this database's owner may not make one, an administrator makes it and grants the same.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader') THEN
    CREATE ROLE tidemark_reader NOLOGIN;
  END IF;
EXCEPTION
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'no right to make the role tidemark_reader: readers need grants by hand';
  WHEN duplicate_object OR unique_violation THEN
    NULL; -- another database's migration was quicker
END $$;

DO $$
DECLARE
  readable text;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader') THEN
    RETURN;
  END IF;
  GRANT USAGE ON SCHEMA tidemark TO tidemark_reader;
  FOR readable IN
    SELECT table_name FROM information_schema.tables
     WHERE table_schema = 'tidemark'
       AND table_name NOT IN ('organisation', 'data_connectors', 'pipeline_job', 'registry_clock', 'flyway_schema_history')
  LOOP
    EXECUTE format('GRANT SELECT ON tidemark.%I TO tidemark_reader', readable);
  END LOOP;
  GRANT SELECT (id, name, revision, version, created_at) ON tidemark.organisation TO tidemark_reader;
  GRANT SELECT (id, organisation_id, connector_type, name, streams, intervals, last_sync_date, status, version, created_at, updated_at)
    ON tidemark.data_connectors TO tidemark_reader;
END $$;
