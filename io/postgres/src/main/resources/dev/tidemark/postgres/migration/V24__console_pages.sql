-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- Pages of long lists, and a year of closes, at the cost of what is on them.

-- Which organisation a session names is looked up once a statement: asked for with each row it took longer than the row.
DO $$
DECLARE
  guarded record;
BEGIN
  FOR guarded IN
    SELECT tablename, CASE tablename WHEN 'organisation' THEN 'id' ELSE 'organisation_id' END AS owner
      FROM pg_policies WHERE schemaname = 'tidemark' AND policyname = 'own_organisation'
  LOOP
    EXECUTE format('ALTER POLICY own_organisation ON tidemark.%I USING (%I = (SELECT tidemark.current_organisation()))',
                   guarded.tablename, guarded.owner);
  END LOOP;
END $$;

-- Whether the policies hold for the session; for views, which ask once a statement as well.
CREATE FUNCTION unheld() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT NOT row_security_active('tidemark.stream') $$;

-- How a stream stands. A source may be as late as it says, and three polls may be missed, but never less than five minutes.
CREATE FUNCTION stream_grace(latency_millis bigint, interval_millis bigint) RETURNS interval LANGUAGE sql IMMUTABLE AS
$$ SELECT latency_millis * interval '1 millisecond' + greatest(3 * interval_millis * interval '1 millisecond', interval '5 minutes') $$;

CREATE FUNCTION stream_state(status text, failing_since timestamptz, paused_until timestamptz, complete_through timestamptz, grace interval)
  RETURNS text LANGUAGE sql STABLE AS
$$
  SELECT CASE WHEN status = 'PAUSED' THEN 'paused'
              WHEN failing_since IS NOT NULL THEN 'failing'
              WHEN paused_until > now() THEN 'budget spent'
              WHEN complete_through IS NULL THEN 'starting'
              WHEN complete_through < now() - grace THEN 'out of sync'
              ELSE 'in sync' END
$$;

CREATE OR REPLACE VIEW stream_status WITH (security_barrier) AS
  SELECT s.organisation_id, s.connector_id, c.name AS connector, s.connector_type, s.name AS stream, s.stratum,
         tidemark.stream_state(c.status, s.failing_since, s.paused_until, s.complete_through,
                               tidemark.stream_grace(s.latency_millis, s.interval_millis)) AS state,
         s.connected_at, s.last_poll, s.caught_up_at, s.committed_at, s.complete_through,
         tidemark.stream_grace(s.latency_millis, s.interval_millis) AS grace,
         s.failing_since, s.failure_category, s.failure_message, s.next_try,
         s.sequence, s.cursor, s.lease IS NOT NULL AS held, s.job_id, s.job_epoch,
         CASE WHEN s.paused_until > now() THEN s.paused_until END AS paused_until,
         CASE WHEN s.paused_until > now() THEN s.pause_reason END AS pause_reason,
         CASE WHEN EXISTS (SELECT FROM tidemark.sync_cost WHERE stream_id = s.id) THEN
           (SELECT jsonb_object_agg(u.unit, u.amount)
              FROM (SELECT unit, sum(amount) AS amount FROM tidemark.sync_cost WHERE stream_id = s.id GROUP BY unit) u)
           ELSE '{}' END AS cost,
         s.id AS stream_id
    FROM tidemark.stream s
    JOIN tidemark.data_connectors c ON c.id = s.connector_id
   WHERE s.organisation_id = (SELECT tidemark.current_organisation()) OR (SELECT tidemark.unheld());

-- Connector by connector: of some connectors only the streams of those are read.
CREATE OR REPLACE VIEW connector_health WITH (security_barrier) AS
  SELECT c.organisation_id, o.name AS organisation, c.id AS connector_id, c.name AS connector, c.connector_type, c.status,
         CASE WHEN c.status = 'PAUSED' THEN 'paused'
              WHEN s.streams = 0 THEN 'waiting'
              WHEN s.streams = s.in_sync THEN 'in sync'
              WHEN s.failing > 0 THEN 'failing'
              WHEN s.spent > 0 THEN 'budget spent'
              WHEN s.out_of_sync > 0 THEN 'out of sync'
              ELSE 'starting' END AS state,
         s.streams, s.failing, s.out_of_sync, c.last_sync_date, s.complete_through, s.failing_since,
         CASE WHEN s.failing_since IS NOT NULL THEN
           (SELECT f.name || ': ' || f.failure_message FROM tidemark.stream f
             WHERE f.organisation_id = c.organisation_id AND f.connector_id = c.id AND f.failing_since IS NOT NULL ORDER BY f.failing_since LIMIT 1) END AS failure,
         s.paused_until
    FROM tidemark.data_connectors c
    JOIN tidemark.organisation o ON o.id = c.organisation_id
   CROSS JOIN LATERAL (
         SELECT count(*) AS streams,
                count(*) FILTER (WHERE each.state = 'in sync') AS in_sync,
                count(*) FILTER (WHERE each.state = 'failing') AS failing,
                count(*) FILTER (WHERE each.state = 'budget spent') AS spent,
                count(*) FILTER (WHERE each.state = 'out of sync') AS out_of_sync,
                min(each.complete_through) AS complete_through,
                min(each.failing_since) AS failing_since,
                max(each.paused_until) FILTER (WHERE each.paused_until > now()) AS paused_until
           FROM (SELECT p.complete_through, p.failing_since, p.paused_until,
                        tidemark.stream_state(c.status, p.failing_since, p.paused_until, p.complete_through,
                                              tidemark.stream_grace(p.latency_millis, p.interval_millis)) AS state
                   FROM tidemark.stream p WHERE p.organisation_id = c.organisation_id AND p.connector_id = c.id OFFSET 0) each) s
   WHERE c.organisation_id = (SELECT tidemark.current_organisation()) OR (SELECT tidemark.unheld());

-- The days of which a model's closes are those people were shown, found once in place of the model of each day; those
-- among them that were computed afterwards do not count.
CREATE INDEX score_close_computed_afterwards ON score_close (organisation_id, model, day) WHERE status = 'backcast';
CREATE VIEW published_term WITH (security_barrier) AS
  SELECT t.organisation_id, t.model, t.after, t.through,
         ARRAY(SELECT c.day FROM tidemark.score_close c
                WHERE c.organisation_id = t.organisation_id AND c.model = t.model AND c.day > t.after AND c.day <= t.through
                  AND c.status = 'backcast') AS computed_afterwards
    FROM (SELECT s.organisation_id, s.model, s.day AS after,
                 coalesce(min(s.day) OVER (PARTITION BY s.organisation_id ORDER BY s.number ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING),
                          'infinity') AS through
            FROM tidemark.model_succession s
           UNION ALL
          SELECT o.id,
                 coalesce((SELECT s.followed FROM tidemark.model_succession s WHERE s.organisation_id = o.id ORDER BY s.number LIMIT 1),
                          (SELECT m.id FROM tidemark.model_version m WHERE m.status = 'active')),
                 '-infinity', coalesce((SELECT min(s.day) FROM tidemark.model_succession s WHERE s.organisation_id = o.id), 'infinity')
            FROM tidemark.organisation o) t
   WHERE t.organisation_id = (SELECT tidemark.current_organisation()) OR (SELECT tidemark.unheld());

CREATE OR REPLACE VIEW published_close WITH (security_barrier) AS
  SELECT c.organisation_id, c.model, c.day, c.status
    FROM tidemark.published_term t
    JOIN tidemark.score_close c
      ON c.organisation_id = t.organisation_id AND c.model = t.model AND c.day > t.after AND c.day <= t.through
   WHERE c.status <> 'backcast';

-- What performance alone did is asked for day by day.
CREATE INDEX score_attribution_performance ON score_attribution (organisation_id, model, composite, day) INCLUDE (contribution)
 WHERE reason = 'PERFORMANCE';

-- Streams are listed by their connectors, and neither column changes with a commit.
CREATE INDEX stream_listed ON stream (organisation_id, connector_id, name);
DROP INDEX stream_by_organisation;
CREATE INDEX attestation_listed ON attestation (organisation_id, id);
DROP INDEX attestation_by_organisation;
CREATE INDEX estate_register_listed ON estate_register (organisation_id, stratum COLLATE "C") WHERE valid_to IS NULL;

-- Why the published score moved after one day and through another. A year of reasons is a few tens of lines told anew
-- every day; planners guess far fewer days, and then sort them, which takes longer than all else.
CREATE FUNCTION published_reasons(organisation uuid, composites text[], first_day date, last_day date)
  RETURNS TABLE (indicator text, stratum text, reason text, contribution float8) LANGUAGE sql STABLE
  SET enable_sort = off AS
$$
  SELECT a.indicator, a.stratum, a.reason, sum(a.contribution)
    FROM tidemark.published_term t
    JOIN tidemark.score_attribution a
      ON a.organisation_id = t.organisation_id AND a.model = t.model
     AND a.day > greatest(t.after, first_day) AND a.day <= least(t.through, last_day) AND a.day <> ALL (t.computed_afterwards)
   WHERE t.organisation_id = organisation AND a.composite = ANY (composites)
   GROUP BY a.indicator, a.stratum, a.reason
$$;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader') THEN
    GRANT SELECT ON tidemark.published_term TO tidemark_reader;
  END IF;
END $$;
