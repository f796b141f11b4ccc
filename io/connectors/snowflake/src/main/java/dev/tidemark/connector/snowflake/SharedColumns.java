// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static dev.tidemark.authoring.Column.person;
import static dev.tidemark.authoring.Column.text;

import dev.tidemark.authoring.Column;

/** Columns that mean the same in several streams. */
final class SharedColumns {
  static final Column QUERY = text("query_id", "identifier of the statement");
  static final Column USER = person("user_name", "who did it, as a hash");
  static final Column TYPE = text("user_type", "PERSON, SERVICE or the like");
  static final Column DATABASE = text("database_name", "name of the database");
  static final Column SCHEMA = text("schema_name", "name of the schema");
  static final Column NAME = text("name", "name within the schema");
  static final Column ENVIRONMENT =
      text("environment", "production or other, by the option production-databases");

  private SharedColumns() {}
}
