// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.SourceStream;
import dev.tidemark.spi.Discovery.Field;
import java.util.List;
import java.util.Set;

/** One thing the connector reads, from views of the account. Stateless. */
interface ViewStream extends SourceStream<Reading> {
  /** The fields of its records, which are columns of its statement. */
  List<Column> columns();

  /** The views it cannot do without. */
  List<View> needs();

  /** The columns, as {@code VIEW.COLUMN}, it can do without. */
  Set<String> optionalColumns();

  @Override
  default List<Field> fields() {
    return columns().stream().map(Column::field).toList();
  }
}
