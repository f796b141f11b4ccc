-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- Who is scored, what is connected, and who looked at the secrets.

-- One clock for everything a running job watches. Its row stays locked until the changing transaction ends, so
-- versions become visible in their own order: whoever has seen version v has seen all before it.
CREATE TABLE registry_clock (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  version  bigint NOT NULL
);
INSERT INTO registry_clock (version) VALUES (0);

CREATE FUNCTION tick_registry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ticked bigint;
BEGIN
  UPDATE tidemark.registry_clock SET version = version + 1 RETURNING version INTO ticked;
  PERFORM pg_notify('tidemark_registry', ticked::text);
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.version := ticked;
  RETURN NEW;
END $$;

CREATE TABLE organisation (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name          text NOT NULL UNIQUE CHECK (name <> ''),
  pseudonym_key jsonb NOT NULL CHECK (pseudonym_key ? 'ciphertext'),
  revision      bigint NOT NULL DEFAULT 0,
  whole_from    bigint NOT NULL DEFAULT 0,
  basis         bigint NOT NULL DEFAULT 0,
  version       bigint NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);
COMMENT ON COLUMN organisation.pseudonym_key IS 'sealed; what people''s names are hashed with';
COMMENT ON COLUMN organisation.revision IS 'moves by one with every transaction that commits evidence of it';
COMMENT ON COLUMN organisation.whole_from IS 'revision at which something was last removed: older caches must be read anew';
COMMENT ON COLUMN organisation.basis IS 'counts changes to what scores rest on besides evidence: register, attestations, models';

CREATE TRIGGER organisation_ticks BEFORE INSERT OR UPDATE OF name, basis ON organisation
  FOR EACH ROW EXECUTE FUNCTION tick_registry();

CREATE TABLE data_connectors (
  id                 uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  organisation_id    uuid NOT NULL REFERENCES organisation,
  connector_type     text NOT NULL CHECK (connector_type <> ''),
  name               text NOT NULL CHECK (name <> ''),
  connection_details jsonb NOT NULL CHECK (connection_details ? 'ciphertext'),
  streams            text[] NOT NULL DEFAULT '{}',
  intervals          jsonb NOT NULL DEFAULT '{}',
  last_sync_date     timestamptz,
  status             text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'PAUSED')),
  resets             bigint NOT NULL DEFAULT 0,
  version            bigint NOT NULL,
  created_at         timestamptz NOT NULL DEFAULT now(),
  updated_at         timestamptz NOT NULL DEFAULT now(),
  UNIQUE (organisation_id, id),
  UNIQUE (organisation_id, name)
) WITH (fillfactor = 70);
COMMENT ON COLUMN data_connectors.connection_details IS 'sealed: ciphertext of the settings and the wrapped key they are under';
COMMENT ON COLUMN data_connectors.streams IS 'streams to read, empty for all the type offers';
COMMENT ON COLUMN data_connectors.intervals IS 'ISO 8601 poll intervals by stream name; the empty name stands for all';

CREATE TRIGGER connector_ticks_when_made_or_gone BEFORE INSERT OR DELETE ON data_connectors
  FOR EACH ROW EXECUTE FUNCTION tick_registry();
-- Not for the time of the last sync, and not for a new wrapping of the same key: neither concerns a running job.
CREATE TRIGGER connector_ticks_when_changed BEFORE UPDATE ON data_connectors
  FOR EACH ROW
  WHEN ((OLD.connector_type, OLD.name, OLD.connection_details ->> 'ciphertext', OLD.streams, OLD.intervals, OLD.status, OLD.resets)
    IS DISTINCT FROM
        (NEW.connector_type, NEW.name, NEW.connection_details ->> 'ciphertext', NEW.streams, NEW.intervals, NEW.status, NEW.resets))
  EXECUTE FUNCTION tick_registry();

-- Outlives the connectors it speaks of.
CREATE TABLE connector_access_audit (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at              timestamptz NOT NULL DEFAULT now(),
  organisation_id uuid NOT NULL,
  connector_id    uuid NOT NULL,
  actor           text NOT NULL,
  action          text NOT NULL
    CHECK (action IN ('READ', 'CREATE', 'CHANGE', 'PAUSE', 'RESUME', 'RESET', 'REMOVE', 'REWRAP')),
  purpose         text NOT NULL
);
CREATE INDEX connector_access_audit_by_connector ON connector_access_audit (connector_id, at);

CREATE TABLE pipeline_job (
  epoch      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id         uuid NOT NULL UNIQUE,
  host       text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  ended_at   timestamptz
);

CREATE TABLE model_version (
  id            text PRIMARY KEY,
  semver        text NOT NULL,
  sha256        text NOT NULL,
  yaml          text NOT NULL,
  status        text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'shadow', 'active', 'retired')),
  registered_at timestamptz NOT NULL DEFAULT now(),
  changed_at    timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX model_version_one_active ON model_version (status) WHERE status = 'active';
