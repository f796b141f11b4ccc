-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- The questions people ask of a running installation.

CREATE VIEW stream_status WITH (security_barrier) AS
  SELECT s.organisation_id, s.connector_id, c.name AS connector, s.connector_type, s.name AS stream, s.stratum,
         CASE WHEN c.status = 'PAUSED' THEN 'paused'
              WHEN s.failing_since IS NOT NULL THEN 'failing'
              WHEN s.complete_through IS NULL THEN 'starting'
              WHEN s.complete_through < now() - grace.period THEN 'out of sync'
              ELSE 'in sync' END AS state,
         s.connected_at, s.last_poll, s.caught_up_at, s.committed_at, s.complete_through, grace.period AS grace,
         s.failing_since, s.failure_category, s.failure_message, s.next_try,
         s.sequence, s.cursor, s.lease IS NOT NULL AS held, s.job_id, s.job_epoch
    FROM tidemark.stream s
    JOIN tidemark.data_connectors c ON c.id = s.connector_id
    -- A source may be as late as it says, and three polls may be missed, but never less than five minutes.
   CROSS JOIN LATERAL (SELECT s.latency_millis * interval '1 millisecond'
                              + greatest(3 * s.interval_millis * interval '1 millisecond', interval '5 minutes') AS period) grace
   WHERE tidemark.visible(s.organisation_id);

CREATE VIEW connector_health WITH (security_barrier) AS
  SELECT c.organisation_id, o.name AS organisation, c.id AS connector_id, c.name AS connector, c.connector_type, c.status,
         CASE WHEN c.status = 'PAUSED' THEN 'paused'
              WHEN count(s.stream) = 0 THEN 'waiting'
              WHEN count(s.stream) = count(*) FILTER (WHERE s.state = 'in sync') THEN 'in sync'
              WHEN bool_or(s.state = 'failing') THEN 'failing'
              WHEN bool_or(s.state = 'out of sync') THEN 'out of sync'
              ELSE 'starting' END AS state,
         count(s.stream) AS streams,
         count(*) FILTER (WHERE s.state = 'failing') AS failing,
         count(*) FILTER (WHERE s.state = 'out of sync') AS out_of_sync,
         c.last_sync_date,
         min(s.complete_through) AS complete_through,
         min(s.failing_since) AS failing_since,
         (array_agg(s.stream || ': ' || s.failure_message ORDER BY s.failing_since)
           FILTER (WHERE s.failing_since IS NOT NULL))[1] AS failure
    FROM tidemark.data_connectors c
    JOIN tidemark.organisation o ON o.id = c.organisation_id
    LEFT JOIN tidemark.stream_status s ON s.connector_id = c.id
   WHERE tidemark.visible(c.organisation_id)
   GROUP BY c.id, o.name;

CREATE VIEW connector_trouble WITH (security_barrier) AS
  SELECT organisation_id, connector_id, connector, connector_type, stream, state, failing_since, failure_category,
         failure_message, next_try, complete_through, now() - complete_through AS behind
    FROM tidemark.stream_status
   WHERE state IN ('failing', 'out of sync');

CREATE VIEW ingest_volume WITH (security_barrier) AS
  SELECT l.organisation_id, s.connector_id, c.name AS connector, l.hour, sum(l.polls) AS polls, sum(l.failures) AS failures,
         sum(l.pages) AS pages, sum(l.records) AS records, sum(l.bytes) AS bytes, sum(l.calls) AS calls
    FROM tidemark.sync_log l
    JOIN tidemark.stream s ON s.id = l.stream_id
    JOIN tidemark.data_connectors c ON c.id = s.connector_id
   WHERE tidemark.visible(l.organisation_id)
   GROUP BY l.organisation_id, s.connector_id, c.name, l.hour;

CREATE VIEW connection_details_access WITH (security_barrier) AS
  SELECT a.organisation_id, a.connector_id, c.name AS connector, a.at, a.actor, a.action, a.purpose
    FROM tidemark.connector_access_audit a
    LEFT JOIN tidemark.data_connectors c ON c.id = a.connector_id
   WHERE tidemark.visible(a.organisation_id);

-- Windows with settled and provisional part together, times readable; last values and sketches are left out.
CREATE VIEW window_total WITH (security_barrier) AS
  SELECT w.organisation_id, s.connector_id, s.name AS stream, w.stratum, w.metric, w.attributes::jsonb AS attributes,
         w.grain, w.start, w.settled_count + w.tail_count AS count, w.settled_sum + w.tail_sum AS sum,
         w.settled_denominator + w.tail_denominator AS denominator,
         to_timestamp(least(w.settled_earliest, w.tail_earliest) / 1e9) AS earliest,
         to_timestamp(greatest(w.settled_latest, w.tail_latest) / 1e9) AS latest
    FROM tidemark.metric_window w
    JOIN tidemark.stream s ON s.id = w.stream_id
   WHERE tidemark.visible(w.organisation_id);
