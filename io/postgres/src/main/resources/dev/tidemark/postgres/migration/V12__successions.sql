-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- Which model followed which, organisation by organisation, and how far a model's series is back-cast.

-- A row for every time the published series passed from one model to another; an organisation without closes has none.
CREATE TABLE model_succession (
  organisation_id uuid NOT NULL REFERENCES organisation,
  number          bigint GENERATED ALWAYS AS IDENTITY,
  model           text NOT NULL REFERENCES model_version,
  followed        text NOT NULL REFERENCES model_version,
  day             date NOT NULL,
  at              timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, number)
);
COMMENT ON COLUMN model_succession.day IS 'the last day the published series was of the followed model; its closes are frozen';

ALTER TABLE score_close DROP CONSTRAINT score_close_status_check,
  ADD CHECK (status IN ('provisional', 'final', 'restated', 'backcast'));
COMMENT ON COLUMN score_close.status IS 'backcast: computed afterwards, for a day on which the model was not in force';

-- One row per series; whoever begins a back-cast takes the row over, and an older one is refused.
CREATE TABLE model_backcast (
  organisation_id uuid NOT NULL REFERENCES organisation,
  model           text NOT NULL REFERENCES model_version,
  run             uuid NOT NULL,
  first_day       date NOT NULL,
  last_day        date NOT NULL,
  done_through    date,
  started_at      timestamptz NOT NULL DEFAULT now(),
  ended_at        timestamptz,
  PRIMARY KEY (organisation_id, model),
  CHECK (last_day >= first_day)
) WITH (fillfactor = 50);

ALTER TABLE model_succession ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON model_succession USING (organisation_id = tidemark.current_organisation());
ALTER TABLE model_backcast ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON model_backcast USING (organisation_id = tidemark.current_organisation());

-- The closes people were shown: on each day those of the model that counted then. A change of model shows in the reasons of
-- the first close after it, never as a seam between two series.
CREATE VIEW published_close WITH (security_barrier) AS
  SELECT c.organisation_id, c.model, c.day, c.status
    FROM tidemark.score_close c
   WHERE tidemark.visible(c.organisation_id) AND c.status <> 'backcast'
     AND c.model = coalesce(
           (SELECT s.model FROM tidemark.model_succession s
             WHERE s.organisation_id = c.organisation_id AND s.day < c.day ORDER BY s.number DESC LIMIT 1),
           (SELECT s.followed FROM tidemark.model_succession s
             WHERE s.organisation_id = c.organisation_id ORDER BY s.number LIMIT 1),
           (SELECT m.id FROM tidemark.model_version m WHERE m.status = 'active'));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader') THEN
    GRANT SELECT ON tidemark.model_succession, tidemark.model_backcast, tidemark.published_close TO tidemark_reader;
  END IF;
END $$;
