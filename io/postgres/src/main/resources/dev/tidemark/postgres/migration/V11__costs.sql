-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- What reading costs in units the platforms charge by, and how much of them a connector may spend in a day.

CREATE TABLE sync_cost (
  stream_id       bigint NOT NULL REFERENCES stream ON DELETE CASCADE,
  hour            timestamptz NOT NULL,
  unit            text COLLATE "C" NOT NULL,
  organisation_id uuid NOT NULL,
  amount          numeric NOT NULL,
  PRIMARY KEY (stream_id, hour, unit)
) WITH (fillfactor = 70);
ALTER TABLE sync_cost ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON sync_cost USING (organisation_id = tidemark.current_organisation());

ALTER TABLE data_connectors ADD COLUMN budget jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN data_connectors.budget IS 'what may be spent in a day of UTC, by unit of cost; a unit that is not named is not bounded';

DROP TRIGGER connector_ticks_when_changed ON data_connectors;
CREATE TRIGGER connector_ticks_when_changed BEFORE UPDATE ON data_connectors
  FOR EACH ROW
  WHEN ((OLD.connector_type, OLD.name, OLD.connection_details ->> 'ciphertext', OLD.streams, OLD.intervals, OLD.budget, OLD.status, OLD.resets)
    IS DISTINCT FROM
        (NEW.connector_type, NEW.name, NEW.connection_details ->> 'ciphertext', NEW.streams, NEW.intervals, NEW.budget, NEW.status, NEW.resets))
  EXECUTE FUNCTION tick_registry();

ALTER TABLE stream ADD COLUMN paused_until timestamptz, ADD COLUMN pause_reason text;
COMMENT ON COLUMN stream.paused_until IS 'reading rests until then, on purpose: not a failure';

CREATE OR REPLACE VIEW stream_status WITH (security_barrier) AS
  SELECT s.organisation_id, s.connector_id, c.name AS connector, s.connector_type, s.name AS stream, s.stratum,
         CASE WHEN c.status = 'PAUSED' THEN 'paused'
              WHEN s.failing_since IS NOT NULL THEN 'failing'
              WHEN s.paused_until > now() THEN 'budget spent'
              WHEN s.complete_through IS NULL THEN 'starting'
              WHEN s.complete_through < now() - grace.period THEN 'out of sync'
              ELSE 'in sync' END AS state,
         s.connected_at, s.last_poll, s.caught_up_at, s.committed_at, s.complete_through, grace.period AS grace,
         s.failing_since, s.failure_category, s.failure_message, s.next_try,
         s.sequence, s.cursor, s.lease IS NOT NULL AS held, s.job_id, s.job_epoch,
         CASE WHEN s.paused_until > now() THEN s.paused_until END AS paused_until,
         CASE WHEN s.paused_until > now() THEN s.pause_reason END AS pause_reason,
         coalesce((SELECT jsonb_object_agg(u.unit, u.amount)
                     FROM (SELECT unit, sum(amount) AS amount FROM tidemark.sync_cost WHERE stream_id = s.id GROUP BY unit) u),
                  '{}') AS cost
    FROM tidemark.stream s
    JOIN tidemark.data_connectors c ON c.id = s.connector_id
   CROSS JOIN LATERAL (SELECT s.latency_millis * interval '1 millisecond'
                              + greatest(3 * s.interval_millis * interval '1 millisecond', interval '5 minutes') AS period) grace
   WHERE tidemark.visible(s.organisation_id);

CREATE OR REPLACE VIEW connector_health WITH (security_barrier) AS
  SELECT c.organisation_id, o.name AS organisation, c.id AS connector_id, c.name AS connector, c.connector_type, c.status,
         CASE WHEN c.status = 'PAUSED' THEN 'paused'
              WHEN count(s.stream) = 0 THEN 'waiting'
              WHEN count(s.stream) = count(*) FILTER (WHERE s.state = 'in sync') THEN 'in sync'
              WHEN bool_or(s.state = 'failing') THEN 'failing'
              WHEN bool_or(s.state = 'budget spent') THEN 'budget spent'
              WHEN bool_or(s.state = 'out of sync') THEN 'out of sync'
              ELSE 'starting' END AS state,
         count(s.stream) AS streams,
         count(*) FILTER (WHERE s.state = 'failing') AS failing,
         count(*) FILTER (WHERE s.state = 'out of sync') AS out_of_sync,
         c.last_sync_date,
         min(s.complete_through) AS complete_through,
         min(s.failing_since) AS failing_since,
         (array_agg(s.stream || ': ' || s.failure_message ORDER BY s.failing_since)
           FILTER (WHERE s.failing_since IS NOT NULL))[1] AS failure,
         max(s.paused_until) AS paused_until
    FROM tidemark.data_connectors c
    JOIN tidemark.organisation o ON o.id = c.organisation_id
    LEFT JOIN tidemark.stream_status s ON s.connector_id = c.id
   WHERE tidemark.visible(c.organisation_id)
   GROUP BY c.id, o.name;

-- What each connector costs: since it was connected, today, and what it may cost in a day.
CREATE VIEW connector_cost WITH (security_barrier) AS
  SELECT c.organisation_id, o.name AS organisation, c.id AS connector_id, c.name AS connector, c.connector_type,
         cost.unit, coalesce(cost.total, 0) AS total, coalesce(cost.today, 0) AS today, cost.daily_budget
    FROM tidemark.data_connectors c
    JOIN tidemark.organisation o ON o.id = c.organisation_id
   CROSS JOIN LATERAL (
         SELECT unit, spent.total, spent.today, allowed.daily_budget
           FROM (SELECT l.unit, sum(l.amount) AS total,
                        sum(l.amount) FILTER (WHERE l.hour >= date_trunc('day', now(), 'UTC')) AS today
                   FROM tidemark.sync_cost l JOIN tidemark.stream s ON s.id = l.stream_id
                  WHERE s.connector_id = c.id GROUP BY l.unit) spent
           FULL JOIN (SELECT key COLLATE "C" AS unit, value::numeric AS daily_budget FROM jsonb_each_text(c.budget)) allowed
          USING (unit)) cost
   WHERE tidemark.visible(c.organisation_id);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader') THEN
    GRANT SELECT ON tidemark.sync_cost, tidemark.connector_cost TO tidemark_reader;
    GRANT SELECT (budget) ON tidemark.data_connectors TO tidemark_reader;
  END IF;
END $$;
