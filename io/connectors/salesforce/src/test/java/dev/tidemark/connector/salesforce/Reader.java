// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads streams of an organisation to their end. */
final class Reader {
  /** Late enough for whatever a test adds. */
  static final Instant UPPER = Fakes.NIGHT.plus(Duration.ofHours(1));

  private Reader() {}

  static Connector open(Map<String, Object> settings, TokenStore tokens) {
    SalesforceType type = new SalesforceType();
    return type.open(type.description().options().parse(settings), tokens);
  }

  /** Every change of a pass, in pages of a size. */
  static List<Change> all(Connector connector, String stream, int pageSize) {
    List<Change> changes = new ArrayList<>();
    ReadPosition position = ReadPosition.at(Cursor.start());
    boolean more = true;
    while (more) {
      Fetched page = connector.fetch(new FetchRequest(stream, position, UPPER, pageSize, 1 << 20));
      changes.addAll(page.changes());
      position = page.next();
      more = page.more();
    }
    return changes;
  }
}
