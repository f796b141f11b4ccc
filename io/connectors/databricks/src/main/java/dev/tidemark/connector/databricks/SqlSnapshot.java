// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.Place;
import dev.tidemark.authoring.SourceStream;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement about what there is, read whole by every pass in the order of its keys. Each page
 * speaks for a range of keys.
 *
 * @param sql name of the statement
 * @param primaryKey the fields its key is made of
 */
record SqlSnapshot(
    StreamDescription description,
    String sql,
    List<Column> columns,
    List<String> primaryKey,
    Events events)
    implements SourceStream<Session> {
  /** How far back statements look for uses of what there is: what counts as active. */
  private static final Duration BACK = Duration.ofDays(90);

  @Override
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("at", "string", "when it was read"));
    columns.forEach(column -> fields.add(column.field()));
    return fields;
  }

  @Override
  public String cursor() {
    return String.join(", ", primaryKey) + " ascending by bytes, unique";
  }

  @Override
  public Fetched fetch(Session session, PageDraft draft) {
    Place from = Place.of(draft.request().position().position());
    draft.startAfter(from.after());
    ResultRows rows =
        new SqlReader(description.name(), sql)
            .rows(
                session,
                draft.request().upper(),
                from.after(),
                text -> query(text, session, from.after()));
    Place place = add(rows, from, session, draft);
    if (!draft.isFull()) {
      return draft.ends(draft.request().upper().minus(description.latency()));
    }
    session.platform().results().keep(description.name(), draft.request().upper(), rows);
    return draft.goesOn(place.after(), place.cursor());
  }

  /** Adds rows until the page is full, and says where it has come to. */
  private Place add(ResultRows rows, Place from, Session session, PageDraft draft) {
    RowJson json = new RowJson(columns, session.platform().account().stratum().urn());
    Place place = from;
    Optional<Row> row = rows.next(session);
    while (row.isPresent()) {
      place = place.at(row.get().key());
      if (Catalogs.contain(row.get(), session.scope())) {
        draft.add(place.after(), json.of(row.get()).put("at", session.now().toString()));
      }
      row = draft.isFull() ? Optional.empty() : rows.next(session);
    }
    return place;
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    events.normalise(record, context, emitter);
  }

  private static Query query(String text, Session session, String after) {
    String page =
        """
        SELECT * FROM (
        %s
        ) page
        WHERE page.row_key > :row_key
        ORDER BY page.row_key\
        """
            .formatted(text);
    return Query.of(page)
        .with("row_key", after)
        .with("since_micros", Micros.of(session.now().minus(BACK)))
        .with("no_workspaces", Boolean.toString(session.scope().lists().workspaces().isEmpty()))
        .withLists(session.scope().lists()::of);
  }
}
