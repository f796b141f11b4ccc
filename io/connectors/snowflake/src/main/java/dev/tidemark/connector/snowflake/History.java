// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.HistoryPlace;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A view that grows by rows with a time, shows them late and changes the newest ones. Rows older
 * than the lookback are settled; the younger ones are the tail, read whole by every pass. Pages
 * follow (time, key), so rows of the same time are neither lost nor read twice.
 *
 * @param sql name of the statement; its rows carry the time and the key
 * @param time the column reading goes by
 * @param key the columns that break ties between rows of the same time
 * @param lookback how long after its time a row may appear or change
 */
record History(
    StreamDescription description,
    List<View> needs,
    List<Column> columns,
    String sql,
    String time,
    List<String> key,
    Duration lookback,
    Completion completion,
    Events events)
    implements ViewStream {
  /** What statements look back for beyond the rows they return. */
  static final String SINCE = "#since";

  static final Duration BEFORE = Duration.ofDays(7);

  @Override
  public Set<String> optionalColumns() {
    return Query.optional(sql);
  }

  @Override
  public List<String> primaryKey() {
    List<String> fields = new ArrayList<>(key);
    fields.add(time);
    return fields;
  }

  @Override
  public String cursor() {
    return time + " ascending, ties broken by " + String.join(", ", key);
  }

  @Override
  public Fetched fetch(Reading reading, PageDraft draft) {
    reading.require(needs);
    Instant upper = draft.request().upper();
    Instant beginning = upper.minus(reading.scope().history());
    ReadPosition position = draft.request().position();
    HistoryPlace settled = HistoryPlace.of(position.settled(), beginning);
    HistoryPlace place = HistoryPlace.of(position.position(), beginning);
    return new HistoryPage(this, reading, draft, settled, place).read();
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    events.normalise(record, context, emitter);
  }
}
