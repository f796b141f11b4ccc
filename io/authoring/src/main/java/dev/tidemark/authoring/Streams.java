// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.DiscoveredStream;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The streams of a connector type. Immutable.
 *
 * @param type the connector type's name
 * @param <S> what a stream reads from
 */
public record Streams<S>(String type, List<? extends SourceStream<S>> all) {
  public Streams {
    all = List.copyOf(all);
  }

  /**
   * The stream of that name.
   *
   * @throws ConnectorException of category NOT_FOUND naming those there are
   */
  public SourceStream<S> require(String name) {
    return all.stream()
        .filter(stream -> stream.description().name().equals(name))
        .findFirst()
        .orElseThrow(() -> ConnectorException.of(Category.NOT_FOUND, unknown(name)));
  }

  public List<StreamDescription> descriptions() {
    return all.stream().<StreamDescription>map(SourceStream::description).toList();
  }

  /** The streams with the shape of their records, as discovery shows them. */
  public List<DiscoveredStream> discovered() {
    return all.stream().map(Streams::discovered).toList();
  }

  /** Turns a record into metric events, which are about its own time. */
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    SourceStream<S> known = require(stream);
    if (change.operation() == Operation.UPSERT) {
      Facts record = Facts.of(change);
      known.normalise(record, context, new Emitter(sink, record.instant(known.time())));
    }
  }

  private static DiscoveredStream discovered(SourceStream<?> stream) {
    return new DiscoveredStream(
        stream.description(), stream.fields(), stream.primaryKey(), stream.cursor());
  }

  private String unknown(String name) {
    return "%s has no stream '%s'; it has %s"
        .formatted(
            type,
            name,
            all.stream()
                .map(stream -> stream.description().name())
                .collect(Collectors.joining(", ")));
  }
}
