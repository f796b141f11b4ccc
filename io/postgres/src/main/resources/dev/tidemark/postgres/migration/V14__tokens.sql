-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- Tokens that change with use, such as refresh tokens good for one use: what replaces one is here before it is used.
CREATE TABLE connector_token (
  connector_id    uuid NOT NULL,
  credential      text COLLATE "C" NOT NULL CHECK (credential <> ''),
  organisation_id uuid NOT NULL,
  content         jsonb CHECK (content ? 'ciphertext'),
  renewed_at      timestamptz,
  PRIMARY KEY (connector_id, credential),
  FOREIGN KEY (organisation_id, connector_id) REFERENCES data_connectors (organisation_id, id) ON DELETE CASCADE
) WITH (fillfactor = 70);
COMMENT ON TABLE connector_token IS 'its rows are what renewals of one credential wait for';
COMMENT ON COLUMN connector_token.content IS 'sealed; null while the first renewal is under way';
ALTER TABLE connector_token ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organisation ON connector_token USING (organisation_id = tidemark.current_organisation());

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader') THEN
    GRANT SELECT (connector_id, credential, organisation_id, renewed_at) ON tidemark.connector_token TO tidemark_reader;
  END IF;
END $$;
