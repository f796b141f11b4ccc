-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- Readers see one organisation: the one their session names with  SET tidemark.organisation = '<id>'.
-- The owner of the tables, as which the pipeline connects, is not held to the policies.

CREATE FUNCTION current_organisation() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('tidemark.organisation', true), '')::uuid $$;

-- Whether the session may see an organisation; for views, which read their tables with the rights of their owner.
CREATE FUNCTION visible(organisation uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT NOT row_security_active('tidemark.stream') OR organisation = tidemark.current_organisation() $$;

DO $$
DECLARE
  guarded text;
BEGIN
  FOR guarded IN
    SELECT c.table_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'tidemark' AND c.column_name = 'organisation_id' AND t.table_type = 'BASE TABLE'
  LOOP
    EXECUTE format('ALTER TABLE tidemark.%I ENABLE ROW LEVEL SECURITY', guarded);
    EXECUTE format('CREATE POLICY own_organisation ON tidemark.%I USING (organisation_id = tidemark.current_organisation())', guarded);
  END LOOP;
  ALTER TABLE tidemark.organisation ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own_organisation ON tidemark.organisation USING (id = tidemark.current_organisation());
END $$;
