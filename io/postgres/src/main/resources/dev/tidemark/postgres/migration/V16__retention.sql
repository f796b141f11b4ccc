-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- How long what nobody needs any more is kept, in days of UTC, and when a running job last went through it.
CREATE TABLE retention (
  only_row     boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  hour_windows integer NOT NULL DEFAULT 120 CHECK (hour_windows >= 100),
  sync_log     integer NOT NULL DEFAULT 400 CHECK (sync_log >= 35),
  rejected     integer NOT NULL DEFAULT 90 CHECK (rejected >= 7),
  jobs         integer NOT NULL DEFAULT 90 CHECK (jobs >= 7),
  passed_on    date
);
INSERT INTO retention DEFAULT VALUES;
COMMENT ON COLUMN retention.hour_windows IS 'no score is computed from them, restated days are: windows of 90 days and 7 days of lateness';
COMMENT ON COLUMN retention.rejected IS 'those that count by now, and those their source does not show any more; never those that were passed over and do not count';
COMMENT ON COLUMN retention.passed_on IS 'the last day on which everything was gone through';

-- Where windows start never changes, so an update still stays on its page.
CREATE INDEX metric_window_hours ON metric_window (start) WHERE grain = 'HOUR';
CREATE INDEX sync_log_by_hour ON sync_log (hour);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader') THEN
    GRANT SELECT ON tidemark.retention TO tidemark_reader;
  END IF;
END $$;
