-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- What was read of an account outlives its connector: the platform stays in the estate and ages until it is retired.
-- A row nobody reads any more has left_connector in the place of connector_id; the next connector of the same account
-- takes it up again.

ALTER TABLE stream
  ALTER COLUMN connector_id DROP NOT NULL,
  ADD COLUMN left_connector uuid,
  ADD COLUMN left_at timestamptz,
  ADD FOREIGN KEY (organisation_id) REFERENCES organisation,
  ADD CHECK ((connector_id IS NULL) = (left_connector IS NOT NULL)),
  ADD CHECK ((connector_id IS NULL) = (left_at IS NOT NULL));
COMMENT ON COLUMN stream.connector_id IS 'null when the connector was removed: left_connector says which it was';
CREATE UNIQUE INDEX stream_left ON stream (organisation_id, connector_type, name, stratum) WHERE connector_id IS NULL;

ALTER TABLE estate_register ADD COLUMN retired boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN estate_register.retired IS 'the platform is no part of the estate any more, whatever was or is read of it';
