// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import java.sql.SQLException;

/** Turns a row into a value. */
@FunctionalInterface
public interface RowReader<T> {
  T read(Row row) throws SQLException;
}
