-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- Who an issuer of OpenID Connect says that somebody is, and what it says they may do.

CREATE TABLE console_identity (
  issuer    text NOT NULL,
  subject   text NOT NULL,
  person_id uuid NOT NULL REFERENCES console_person ON DELETE CASCADE,
  known_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX console_identity_of_person ON console_identity (person_id);
COMMENT ON TABLE console_identity IS 'an address may pass to somebody else, a subject never does: from the first time on a person is known by it';

CREATE TABLE console_claimed_role (
  person_id       uuid NOT NULL REFERENCES console_person ON DELETE CASCADE,
  organisation_id uuid REFERENCES organisation,
  role            text NOT NULL CHECK (role IN ('viewer', 'editor', 'administrator')),
  expires_at      timestamptz NOT NULL
);
CREATE INDEX console_claimed_role_of_person ON console_claimed_role (person_id);
COMMENT ON TABLE console_claimed_role IS 'what the issuer said when somebody last signed in; holds as long as that session, beside what was granted here';
COMMENT ON COLUMN console_claimed_role.organisation_id IS 'null for every organisation, those to come too';

CREATE TABLE console_sign_in (
  hash        bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  destination text NOT NULL,
  expires_at  timestamptz NOT NULL
);
COMMENT ON TABLE console_sign_in IS 'people who were sent to the issuer and are not back yet, each once; SHA-256 of what their cookie holds';

ALTER TABLE console_claimed_role ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON console_claimed_role USING (organisation_id = tidemark.current_organisation());

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader') THEN
    GRANT SELECT ON tidemark.console_claimed_role TO tidemark_reader;
  END IF;
END $$;
