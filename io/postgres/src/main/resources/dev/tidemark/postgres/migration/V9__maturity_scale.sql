-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

COMMENT ON COLUMN score_live.score IS 'S in 0..1, as are low and high; maturity M is 5 times it, on the scale of levels';
