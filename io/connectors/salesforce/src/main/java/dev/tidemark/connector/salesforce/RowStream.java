// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.authoring.SourceStream;
import dev.tidemark.spi.Discovery.Field;
import java.util.List;

/** A stream whose records are the rows of one type of object. */
interface RowStream extends SourceStream<Session> {
  /** What is read of each. */
  Columns columns();

  @Override
  default List<Field> fields() {
    return columns().fields();
  }

  @Override
  default List<String> primaryKey() {
    return List.of("id");
  }
}
