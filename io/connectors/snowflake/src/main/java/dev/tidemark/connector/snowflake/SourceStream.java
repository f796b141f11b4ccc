// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import java.util.List;
import java.util.Set;

/** One thing the connector reads. Stateless. */
interface SourceStream {
  StreamDescription description();

  /** The fields of its records. */
  List<Column> columns();

  /** The views it cannot do without. */
  List<View> needs();

  /** The field that holds a record's own time. */
  String time();

  /** The columns, as {@code VIEW.COLUMN}, it can do without. */
  Set<String> optionalColumns();

  /** The fields that identify a record. */
  List<String> primaryKey();

  /** How reading goes on, in words. */
  String cursor();

  /** Reads the page the draft was asked for. */
  Fetched fetch(Reading reading, PageDraft draft);

  /** Turns a record into metric events. */
  void normalise(Facts record, NormaliseContext context, Emitter emitter);
}
