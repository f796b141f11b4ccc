-- SPDX-FileCopyrightText: The Tidemark authors
-- SPDX-License-Identifier: Apache-2.0

-- An exemption keeps its own day and who decided it, whatever else of its platform is declared later.
UPDATE estate_register e
   SET not_applicable =
         (SELECT jsonb_object_agg(key, jsonb_build_object(
                   'from', (e.valid_from AT TIME ZONE 'UTC')::date, 'reason', value, 'actor', e.actor))
            FROM jsonb_each_text(e.not_applicable))
 WHERE not_applicable <> '{}';
COMMENT ON COLUMN estate_register.not_applicable
  IS 'JSON object: indicator to {from, reason, actor} of the decision that it does not apply';
