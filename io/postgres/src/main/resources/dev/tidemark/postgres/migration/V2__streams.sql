-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- What has been applied of each stream. Rows here change all the time: room is left on their pages and no index
-- touches a column that changes, so that an update stays on its page.

CREATE TABLE stream (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation_id  uuid NOT NULL,
  connector_id     uuid NOT NULL,
  name             text COLLATE "C" NOT NULL,
  lease            uuid,
  job_id           uuid,
  job_epoch        bigint NOT NULL DEFAULT 0,
  previous_lease   uuid,
  previous_epoch   bigint,
  sequence         bigint NOT NULL DEFAULT 0,
  cursor           text NOT NULL DEFAULT '{}',
  fingerprint      uuid,
  revision         bigint NOT NULL DEFAULT 0,
  connector_type   text NOT NULL,
  stratum          text NOT NULL,
  interval_millis  bigint NOT NULL,
  latency_millis   bigint NOT NULL,
  precedence       text NOT NULL CHECK (precedence IN ('SCANNER', 'CATALOGUE', 'NATIVE_PLATFORM')),
  metrics          text[] NOT NULL,
  connected_at     timestamptz NOT NULL DEFAULT now(),
  complete_through timestamptz,
  committed_at     timestamptz,
  last_poll        timestamptz,
  caught_up_at     timestamptz,
  failing_since    timestamptz,
  failure_category text,
  failure_message  text,
  next_try         timestamptz,
  UNIQUE (connector_id, name),
  FOREIGN KEY (organisation_id, connector_id) REFERENCES data_connectors (organisation_id, id) ON DELETE CASCADE
) WITH (fillfactor = 50);
CREATE INDEX stream_by_organisation ON stream (organisation_id);
COMMENT ON COLUMN stream.lease IS 'the right to read it; null where nobody holds it';
COMMENT ON COLUMN stream.sequence IS 'pages applied; never goes back, not even by a reset';
COMMENT ON COLUMN stream.fingerprint IS 'of what the last commit wrote, to know it again when its answer was lost';
COMMENT ON COLUMN stream.revision IS 'the organisation''s revision of the last commit';

CREATE TABLE metric_window (
  stream_id             bigint NOT NULL REFERENCES stream ON DELETE CASCADE,
  series                uuid NOT NULL,
  grain                 text COLLATE "C" NOT NULL CHECK (grain IN ('HOUR', 'DAY')),
  start                 timestamptz NOT NULL,
  organisation_id       uuid NOT NULL,
  stratum               text NOT NULL,
  metric                text NOT NULL,
  attributes            text NOT NULL,
  settled_count         bigint NOT NULL,
  settled_sum           float8 NOT NULL,
  settled_denominator   float8 NOT NULL,
  settled_last          float8 NOT NULL,
  settled_last_revision bigint NOT NULL,
  settled_earliest      bigint,
  settled_latest        bigint,
  settled_sketch        bytea,
  tail_count            bigint NOT NULL,
  tail_sum              float8 NOT NULL,
  tail_denominator      float8 NOT NULL,
  tail_last             float8 NOT NULL,
  tail_last_revision    bigint NOT NULL,
  tail_earliest         bigint,
  tail_latest           bigint,
  tail_sketch           bytea,
  revision              bigint NOT NULL,
  PRIMARY KEY (stream_id, series, grain, start)
) WITH (fillfactor = 70);
COMMENT ON COLUMN metric_window.series IS 'first 128 bits of SHA-256 over stratum, metric and attributes: a key of fixed size';
COMMENT ON COLUMN metric_window.attributes IS 'JSON object, keys in order';
COMMENT ON COLUMN metric_window.settled_earliest IS 'nanoseconds since 1970: a timestamp would lose the last three digits';
COMMENT ON COLUMN metric_window.revision IS 'the organisation''s revision that changed it last';

CREATE TABLE counter_reading (
  stream_id       bigint NOT NULL REFERENCES stream ON DELETE CASCADE,
  series          uuid NOT NULL,
  organisation_id uuid NOT NULL,
  stratum         text NOT NULL,
  metric          text NOT NULL,
  subject         text NOT NULL,
  attributes      text NOT NULL,
  value           float8 NOT NULL,
  start           bigint NOT NULL,
  at              bigint NOT NULL,
  moved_at        bigint NOT NULL,
  PRIMARY KEY (stream_id, series)
) WITH (fillfactor = 70);
COMMENT ON COLUMN counter_reading.start IS 'nanoseconds since 1970, as are the other times here';

CREATE TABLE sync_log (
  stream_id       bigint NOT NULL REFERENCES stream ON DELETE CASCADE,
  hour            timestamptz NOT NULL,
  organisation_id uuid NOT NULL,
  polls           bigint NOT NULL DEFAULT 0,
  failures        bigint NOT NULL DEFAULT 0,
  pages           bigint NOT NULL DEFAULT 0,
  records         bigint NOT NULL DEFAULT 0,
  bytes           bigint NOT NULL DEFAULT 0,
  calls           bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (stream_id, hour)
) WITH (fillfactor = 70);

CREATE TABLE rejected_record (
  id              uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  connector_id    uuid NOT NULL,
  stream          text NOT NULL,
  connector_type  text NOT NULL,
  record_key      text NOT NULL,
  reason          text NOT NULL,
  payload         bytea NOT NULL,
  observed_at     timestamptz NOT NULL,
  kept_at         timestamptz NOT NULL DEFAULT now(),
  replay_asked_at timestamptz,
  replayed_at     timestamptz,
  FOREIGN KEY (organisation_id, connector_id) REFERENCES data_connectors (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX rejected_record_by_connector ON rejected_record (connector_id, kept_at);
COMMENT ON COLUMN rejected_record.id IS 'first 128 bits of SHA-256 over stream, key, reason and payload: equal rejections are one';
