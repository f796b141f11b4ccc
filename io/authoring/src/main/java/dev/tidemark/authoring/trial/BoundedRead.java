// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring.trial;

import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads streams from their beginning up to now, as the pipeline would for the first time.
 *
 * @param records how many records to read of each stream at most
 */
public record BoundedRead(ConnectorType type, Connector connector, int records) {
  private static final long PAGE_BYTES = 1 << 20;

  /** Reads one stream. */
  public StreamPreview read(String stream, Discovery discovery) {
    Instant upper = Instant.now();
    Tally tally = new Tally(type, stream, new ObservedSchema(announced(stream, discovery)));
    NormaliseContext context = new NormaliseContext(connector.stratum(), upper, new Pseudonyms());
    ReadPosition position = ReadPosition.at(Cursor.start());
    int left = records;
    boolean more = true;
    while (more && left > 0) {
      Fetched page = connector.fetch(new FetchRequest(stream, position, upper, left, PAGE_BYTES));
      tally.page(page, !page.next().settled().equals(position.settled()), context);
      left -= Math.max(1, page.changes().size());
      position = page.next();
      more = page.more();
    }
    return tally.result(!more);
  }

  private static Map<String, String> announced(String stream, Discovery discovery) {
    Map<String, String> fields = new TreeMap<>();
    discovery.streams().stream()
        .filter(it -> it.description().name().equals(stream))
        .flatMap(it -> it.fields().stream())
        .forEach(field -> fields.put(field.name(), field.type()));
    return fields;
  }
}
