// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes into a record what follows from the settings, and says whether it is wanted. */
@FunctionalInterface
interface Completion {
  /** For streams whose records are whole as they come. */
  Completion NONE = (record, scope) -> true;

  boolean complete(ObjectNode record, Scope scope);
}
