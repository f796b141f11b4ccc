-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- Calls and bytes may be bounded as well: where a budget names them, they stand beside what platforms charge by.

CREATE OR REPLACE VIEW connector_cost WITH (security_barrier) AS
  SELECT c.organisation_id, o.name AS organisation, c.id AS connector_id, c.name AS connector, c.connector_type,
         cost.unit, coalesce(cost.total, 0) AS total, coalesce(cost.today, 0) AS today, cost.daily_budget
    FROM tidemark.data_connectors c
    JOIN tidemark.organisation o ON o.id = c.organisation_id
   CROSS JOIN LATERAL (
         SELECT unit, spent.total, spent.today, allowed.daily_budget
           FROM (SELECT l.unit, sum(l.amount) AS total,
                        sum(l.amount) FILTER (WHERE l.hour >= date_trunc('day', now(), 'UTC')) AS today
                   FROM (SELECT charged.stream_id, charged.hour, charged.unit, charged.amount
                           FROM tidemark.sync_cost charged
                          UNION ALL
                         SELECT log.stream_id, log.hour, taken.unit COLLATE "C", taken.amount::numeric
                           FROM tidemark.sync_log log
                          CROSS JOIN LATERAL (VALUES ('calls', log.calls), ('bytes', log.bytes)) taken (unit, amount)
                          WHERE c.budget ? taken.unit) l
                   JOIN tidemark.stream s ON s.id = l.stream_id
                  WHERE s.connector_id = c.id GROUP BY l.unit) spent
           FULL JOIN (SELECT key COLLATE "C" AS unit, value::numeric AS daily_budget FROM jsonb_each_text(c.budget)) allowed
          USING (unit)) cost
   WHERE tidemark.visible(c.organisation_id);
