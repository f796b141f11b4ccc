// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import java.util.List;

/** One thing the connector reads. Stateless. */
interface SourceStream {
  StreamDescription description();

  /** The fields of its records. */
  List<Field> fields();

  /** The fields that identify a record; its key is made of them. None where there is one record. */
  List<String> primaryKey();

  /** Reads the page the draft was asked for. */
  Fetched fetch(Server server, PageDraft draft);

  /** Turns a record into metric events. */
  void normalise(Facts record, NormaliseContext context, Emitter emitter);
}
