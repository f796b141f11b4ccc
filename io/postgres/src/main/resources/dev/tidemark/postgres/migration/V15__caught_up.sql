-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- A stream has caught up when its first whole pass is committed, not when it was read.
ALTER TABLE stream ADD COLUMN caught_up_with bigint;
COMMENT ON COLUMN stream.caught_up_with IS
  'last page of the first whole pass under the present lease, until it is committed; then caught_up_at says when';
