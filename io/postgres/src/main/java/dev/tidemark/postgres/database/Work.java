// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import java.sql.SQLException;

/** What is done in one transaction; it may run again, so it changes nothing outside. */
@FunctionalInterface
public interface Work<T> {
  T in(Session session) throws SQLException;
}
