// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.HistoryPlace;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.SourceStream;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement about what happened, by rows or by hours. Its source shows rows late and changes the
 * newest ones: what is older than the lookback is settled, the younger part is the tail, read whole
 * by every pass. Pages follow (time, key), so rows of the same time are neither lost nor read
 * twice.
 *
 * @param sql name of the statement
 * @param primaryKey the fields that tell rows of the same time apart
 * @param lookback how long after its time a row may appear or change
 */
record SqlHistory(
    StreamDescription description,
    String sql,
    List<Column> columns,
    List<String> primaryKey,
    Duration lookback,
    Events events)
    implements SourceStream<Session> {
  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("at", "string", "when it happened, or the hour began in which it did"));
    columns.forEach(column -> fields.add(column.field()));
    return fields;
  }

  @Override
  public String cursor() {
    return "at ascending, ties broken by a hash of " + String.join(", ", primaryKey);
  }

  @Override
  public Fetched fetch(Session session, PageDraft draft) {
    return new HistoryPage(this, session, draft).read();
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    events.normalise(record, context, emitter);
  }

  /** The statement for the rows after a place. */
  Query query(String text, Session session, HistoryPlace place) {
    String page =
        """
        SELECT * FROM (
        %s
        ) page
        WHERE page.at_micros > :from_micros
        OR (page.at_micros = :from_micros AND page.row_key > :row_key)
        ORDER BY page.at_micros, page.row_key\
        """
            .formatted(text);
    return Query.of(page)
        .with("row_key", key(place))
        .with("salt", session.platform().account().stratum().urn())
        .with("from_micros", Micros.of(place.from()))
        .with("to_micros", Micros.of(session.now()))
        .with("since_micros", Micros.of(place.from().minus(BEFORE)))
        .with("own_name", Me.name(session))
        .with("no_workspaces", Boolean.toString(session.scope().lists().workspaces().isEmpty()))
        .withLists(session.scope().lists()::of);
  }

  static String mark(HistoryPlace place) {
    return Micros.of(place.from()) + "/" + key(place);
  }

  /** What statements look back for beyond the rows they return. */
  private static final Duration BEFORE = Duration.ofDays(7);

  private static String key(HistoryPlace place) {
    return place.key().isEmpty() ? "" : place.key().get(0);
  }
}
