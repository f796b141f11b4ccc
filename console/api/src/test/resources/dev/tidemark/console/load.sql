-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0
--
-- A large installation: 10,000 connectors in one organisation, a year of daily scores of 1,000. What tests of speed fill
-- a database with; :large and :scored are organisations.

INSERT INTO organisation (id, name, pseudonym_key, version)
SELECT gen_random_uuid(), 'load ' || n, '{"ciphertext": ""}', n FROM generate_series(1, 1000) n;

INSERT INTO data_connectors (organisation_id, connector_type, name, connection_details, version)
SELECT :large, 'postgresql', 'load ' || n, '{"ciphertext": ""}', 1000 + n FROM generate_series(1, 10000) n;

INSERT INTO stream (organisation_id, connector_id, name, connector_type, stratum, interval_millis, latency_millis,
                    precedence, metrics, complete_through, last_poll, committed_at)
SELECT c.organisation_id, c.id, 'stream-' || n, c.connector_type, 'postgres://' || c.name, 60000, 0,
       'NATIVE_PLATFORM', '{m}', now(), now(), now()
  FROM data_connectors c, generate_series(1, 6) n WHERE c.organisation_id = :large;

INSERT INTO sync_log (stream_id, hour, organisation_id, polls, pages, records, bytes, calls)
SELECT s.id, date_trunc('hour', now(), 'UTC') - n * interval '1 hour', s.organisation_id, 60, 60, 6000, 600000, 60
  FROM stream s, generate_series(0, 23) n WHERE s.organisation_id = :large;

INSERT INTO rejected_record (id, organisation_id, connector_id, stream, connector_type, record_key, reason, payload, observed_at)
SELECT gen_random_uuid(), s.organisation_id, s.connector_id, s.name, s.connector_type, 'key', 'reason', '', now()
  FROM stream s WHERE s.organisation_id = :large LIMIT 20000;

INSERT INTO connector_access_audit (organisation_id, connector_id, actor, action, purpose)
SELECT organisation_id, id, 'load', 'READ', 'load' FROM data_connectors, generate_series(1, 5)
 WHERE organisation_id = :large;

INSERT INTO score_close (organisation_id, model, day, revision, as_of, status, card, document)
SELECT o.id, m.id, date '2025-01-01' + n, 1, now(), 'final', '{}', ''
  FROM organisation o, model_version m, generate_series(0, 364) n
 WHERE m.status = 'active' AND (o.name LIKE 'load %' OR o.id = :scored);

INSERT INTO score_daily (organisation_id, model, day, composite, score, low, high, coverage, level_state, previous,
                         status, as_of, revision)
SELECT organisation_id, model, day, composite, 0.5, 0.4, 0.6, 0.8, 'NONE', 0.5, 'final', now(), 1
  FROM score_close, unnest(ARRAY['overall', 'data', 'ai']) composite WHERE day < '2026-01-01';

INSERT INTO score_attribution (organisation_id, model, day, composite, indicator, stratum, reason, contribution)
SELECT organisation_id, model, day, composite, 'IND.' || n, 'postgres://load', 'PERFORMANCE', 0
  FROM score_daily, generate_series(1, 4) n WHERE day < '2026-01-01';
