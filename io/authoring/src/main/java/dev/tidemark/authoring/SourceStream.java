// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import java.util.List;

/**
 * One thing a connector reads. Stateless.
 *
 * @param <S> what it takes to read from the account during one fetch
 */
public interface SourceStream<S> {
  StreamDescription description();

  /** The fields of its records. */
  List<Field> fields();

  /** The fields that identify a record; its key is made of them. None where there is one record. */
  List<String> primaryKey();

  /** The field that holds the time a record is about. */
  default String time() {
    return "at";
  }

  /** How reading goes on, in words. */
  String cursor();

  /** Reads the page the draft was asked for. */
  Fetched fetch(S session, PageDraft draft);

  /** Turns a record into metric events. */
  void normalise(Facts record, NormaliseContext context, Emitter emitter);
}
