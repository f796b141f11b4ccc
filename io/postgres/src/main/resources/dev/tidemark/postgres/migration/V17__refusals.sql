-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- How often the fence held: a few refusals belong to every takeover, many mean that two readers go on against each other.
ALTER TABLE sync_log ADD COLUMN refused bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN sync_log.refused IS 'commits that were refused in this hour of the database''s clock';
