-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- Scores as published. A card row guards each score: the rows under it change only when the card does, and a card
-- computed from an older revision never replaces a newer one.

CREATE TABLE score_card (
  organisation_id uuid NOT NULL REFERENCES organisation,
  model           text NOT NULL,
  revision        bigint NOT NULL,
  as_of           timestamptz NOT NULL,
  status          text NOT NULL,
  card            jsonb NOT NULL,
  document        text NOT NULL,
  written_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, model)
) WITH (fillfactor = 50);

CREATE TABLE score_live (
  organisation_id uuid NOT NULL,
  model           text NOT NULL,
  composite       text NOT NULL,
  score           float8 NOT NULL,
  low             float8 NOT NULL,
  high            float8 NOT NULL,
  coverage        float8 NOT NULL,
  level           integer,
  level_state     text NOT NULL,
  previous        float8,
  as_of           timestamptz NOT NULL,
  revision        bigint NOT NULL,
  PRIMARY KEY (organisation_id, model, composite),
  FOREIGN KEY (organisation_id, model) REFERENCES score_card ON DELETE CASCADE
) WITH (fillfactor = 50);
COMMENT ON COLUMN score_live.score IS 'S in 0..1, as are low and high; maturity M is 100 times it';
COMMENT ON COLUMN score_live.previous IS 'S of the close the attribution starts from; null before the first close';

CREATE TABLE attribution_live (
  organisation_id uuid NOT NULL,
  model           text NOT NULL,
  composite       text NOT NULL,
  indicator       text NOT NULL,
  stratum         text NOT NULL,
  reason          text NOT NULL,
  contribution    float8 NOT NULL,
  PRIMARY KEY (organisation_id, model, composite, indicator, stratum, reason),
  FOREIGN KEY (organisation_id, model, composite) REFERENCES score_live ON DELETE CASCADE
) WITH (fillfactor = 50);

CREATE TABLE score_close (
  organisation_id uuid NOT NULL REFERENCES organisation,
  model           text NOT NULL,
  day             date NOT NULL,
  revision        bigint NOT NULL,
  as_of           timestamptz NOT NULL,
  status          text NOT NULL CHECK (status IN ('provisional', 'final', 'restated')),
  card            jsonb NOT NULL,
  document        text NOT NULL,
  written_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, model, day)
);

CREATE TABLE score_daily (
  organisation_id uuid NOT NULL,
  model           text NOT NULL,
  composite       text NOT NULL,
  day             date NOT NULL,
  score           float8 NOT NULL,
  low             float8 NOT NULL,
  high            float8 NOT NULL,
  coverage        float8 NOT NULL,
  level           integer,
  level_state     text NOT NULL,
  previous        float8,
  status          text NOT NULL,
  as_of           timestamptz NOT NULL,
  revision        bigint NOT NULL,
  PRIMARY KEY (organisation_id, model, composite, day),
  FOREIGN KEY (organisation_id, model, day) REFERENCES score_close ON DELETE CASCADE
);

CREATE TABLE indicator_daily (
  organisation_id uuid NOT NULL,
  model           text NOT NULL,
  day             date NOT NULL,
  indicator       text NOT NULL,
  stratum         text NOT NULL,
  state           text NOT NULL,
  raw             float8,
  numerator       float8,
  denominator     float8,
  n               float8,
  age_days        float8,
  u               float8,
  e               float8 NOT NULL,
  g               float8,
  m               float8 NOT NULL,
  PRIMARY KEY (organisation_id, model, day, indicator, stratum),
  FOREIGN KEY (organisation_id, model, day) REFERENCES score_close ON DELETE CASCADE
);

CREATE TABLE score_attribution (
  organisation_id uuid NOT NULL,
  model           text NOT NULL,
  composite       text NOT NULL,
  day             date NOT NULL,
  indicator       text NOT NULL,
  stratum         text NOT NULL,
  reason          text NOT NULL,
  contribution    float8 NOT NULL,
  PRIMARY KEY (organisation_id, model, composite, day, indicator, stratum, reason),
  FOREIGN KEY (organisation_id, model, composite, day) REFERENCES score_daily ON DELETE CASCADE
);

-- What changed must add up to the change, whoever wrote it: looked at when the transaction commits.
CREATE FUNCTION require_whole_attribution(what text, score float8, previous float8, told float8) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF abs(score - previous - told) > 1e-9 THEN
    RAISE EXCEPTION 'the attribution of % adds up to %, but the score moved from % to %', what, told, previous, score
      USING ERRCODE = 'check_violation';
  END IF;
END $$;

CREATE FUNCTION check_live_attribution() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed record := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  PERFORM tidemark.require_whole_attribution(
      format('%s for %s', s.composite, s.organisation_id), s.score, s.previous,
      (SELECT coalesce(sum(a.contribution), 0) FROM tidemark.attribution_live a
        WHERE (a.organisation_id, a.model, a.composite) = (s.organisation_id, s.model, s.composite)))
    FROM tidemark.score_live s
   WHERE (s.organisation_id, s.model, s.composite) = (changed.organisation_id, changed.model, changed.composite)
     AND s.previous IS NOT NULL;
  RETURN NULL;
END $$;

CREATE FUNCTION check_daily_attribution() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed record := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  PERFORM tidemark.require_whole_attribution(
      format('%s for %s on %s', s.composite, s.organisation_id, s.day), s.score, s.previous,
      (SELECT coalesce(sum(a.contribution), 0) FROM tidemark.score_attribution a
        WHERE (a.organisation_id, a.model, a.composite, a.day) = (s.organisation_id, s.model, s.composite, s.day)))
    FROM tidemark.score_daily s
   WHERE (s.organisation_id, s.model, s.composite, s.day) = (changed.organisation_id, changed.model, changed.composite, changed.day)
     AND s.previous IS NOT NULL;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER live_score_is_explained AFTER INSERT OR UPDATE ON score_live
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_live_attribution();
CREATE CONSTRAINT TRIGGER live_attribution_adds_up AFTER INSERT OR UPDATE OR DELETE ON attribution_live
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_live_attribution();
CREATE CONSTRAINT TRIGGER daily_score_is_explained AFTER INSERT OR UPDATE ON score_daily
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_daily_attribution();
CREATE CONSTRAINT TRIGGER daily_attribution_adds_up AFTER INSERT OR UPDATE OR DELETE ON score_attribution
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_daily_attribution();

CREATE TABLE finding (
  organisation_id uuid NOT NULL REFERENCES organisation,
  indicator       text NOT NULL,
  asset           text NOT NULL,
  state           text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'resolved')),
  first_seen      timestamptz NOT NULL,
  last_seen       timestamptz NOT NULL,
  remediation     text,
  PRIMARY KEY (organisation_id, indicator, asset)
);
