-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- What is known of assets: as each stream tells it, merged, and counted.

-- Not deleted with its stream: whoever takes facts away has to move the counts, and the database insists on it.
CREATE TABLE asset_fact (
  organisation_id uuid NOT NULL,
  asset           text COLLATE "C" NOT NULL,
  stream_id       bigint NOT NULL REFERENCES stream,
  record_key      text COLLATE "C" NOT NULL,
  stratum         text NOT NULL,
  asset_type      text NOT NULL,
  facts           jsonb NOT NULL,
  observed_at     timestamptz NOT NULL,
  PRIMARY KEY (organisation_id, asset, stream_id)
) WITH (fillfactor = 80);
CREATE INDEX asset_fact_by_record ON asset_fact (stream_id, record_key);

CREATE TABLE asset (
  organisation_id uuid NOT NULL REFERENCES organisation,
  urn             text COLLATE "C" NOT NULL,
  asset_type      text NOT NULL,
  stratum         text NOT NULL,
  facts           jsonb NOT NULL,
  signature       text NOT NULL,
  PRIMARY KEY (organisation_id, urn)
) WITH (fillfactor = 80);
COMMENT ON COLUMN asset.signature IS 'the allow-listed facts as JSON, keys in order: assets that share it are counted together';

CREATE TABLE asset_cell (
  organisation_id uuid NOT NULL REFERENCES organisation,
  cell            uuid NOT NULL,
  stratum         text NOT NULL,
  signature       text NOT NULL,
  count           bigint NOT NULL CHECK (count >= 0),
  PRIMARY KEY (organisation_id, cell)
) WITH (fillfactor = 70);
COMMENT ON COLUMN asset_cell.cell IS 'first 128 bits of SHA-256 over stratum and signature: a key of fixed size';

CREATE TABLE asset_close (
  organisation_id uuid NOT NULL REFERENCES organisation,
  day             date NOT NULL,
  revision        bigint NOT NULL,
  closed_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, day)
);

CREATE TABLE asset_cell_daily (
  organisation_id uuid NOT NULL,
  day             date NOT NULL,
  cell            uuid NOT NULL,
  stratum         text NOT NULL,
  signature       text NOT NULL,
  count           bigint NOT NULL,
  PRIMARY KEY (organisation_id, day, cell),
  FOREIGN KEY (organisation_id, day) REFERENCES asset_close ON DELETE CASCADE
);

CREATE TABLE population (
  stream_id       bigint NOT NULL REFERENCES stream ON DELETE CASCADE,
  stratum         text COLLATE "C" NOT NULL,
  kind            text COLLATE "C" NOT NULL,
  organisation_id uuid NOT NULL,
  visible         bigint NOT NULL,
  eligible        bigint NOT NULL CHECK (eligible >= visible AND visible >= 0),
  PRIMARY KEY (stream_id, stratum, kind)
) WITH (fillfactor = 70);

-- A row for every change; the one without an end is in force.
CREATE TABLE estate_register (
  organisation_id uuid NOT NULL REFERENCES organisation,
  stratum         text NOT NULL,
  valid_from      timestamptz NOT NULL,
  valid_to        timestamptz,
  materiality     float8 CHECK (materiality >= 0),
  not_applicable  jsonb NOT NULL DEFAULT '{}',
  reason          text NOT NULL,
  actor           text NOT NULL,
  PRIMARY KEY (organisation_id, stratum, valid_from),
  CHECK (valid_to > valid_from)
);
CREATE UNIQUE INDEX estate_register_in_force ON estate_register (organisation_id, stratum) WHERE valid_to IS NULL;
COMMENT ON COLUMN estate_register.not_applicable IS 'JSON object: indicator to the reason it does not apply';

CREATE TABLE attestation (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisation,
  indicator       text NOT NULL,
  stratum         text NOT NULL,
  value           float8 NOT NULL CHECK (value BETWEEN 0 AND 1),
  signer          text NOT NULL CHECK (signer <> ''),
  statement       text NOT NULL,
  signed_at       timestamptz NOT NULL DEFAULT now(),
  expires         date NOT NULL,
  withdrawn_at    timestamptz
);
CREATE INDEX attestation_by_organisation ON attestation (organisation_id);
