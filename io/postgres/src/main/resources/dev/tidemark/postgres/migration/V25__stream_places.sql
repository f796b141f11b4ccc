-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- Whether another connector reads the same is asked when one is removed: it took a look at every stream there is. No
-- commit changes these columns.
CREATE INDEX stream_of_place ON stream (organisation_id, stratum, name);
