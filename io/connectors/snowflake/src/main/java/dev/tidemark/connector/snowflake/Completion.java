// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes into a record what follows from the settings, and says whether it is wanted. */
@FunctionalInterface
interface Completion {
  /** For streams whose records are whole as they come. */
  Completion NONE = (record, scope) -> true;

  /** For streams of what lies in a database: those that count are wanted. */
  Completion OF_DATABASE = (record, scope) -> scope.wants(record, "database_name");

  /** For streams that tell production from the rest. */
  Completion ENVIRONMENT = (record, scope) -> scope.environment(record, "database_name");

  boolean complete(ObjectNode record, Scope scope);
}
