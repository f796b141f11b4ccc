// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.HistoryPlace;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.spi.Fetched;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One page of a history. Used once, by one thread. */
final class HistoryPage {
  private final SqlHistory history;
  private final Session session;
  private final PageDraft draft;
  private final RowJson json;
  private final Instant settledBefore;
  private HistoryPlace settled;
  private HistoryPlace place;

  HistoryPage(SqlHistory history, Session session, PageDraft draft) {
    this.history = history;
    this.session = session;
    this.draft = draft;
    this.json = new RowJson(history.columns(), session.platform().account().stratum().urn());
    Instant upper = draft.request().upper();
    Instant beginning = hour(upper.minus(session.scope().history()));
    this.settled = HistoryPlace.of(draft.request().position().settled(), beginning);
    this.place = HistoryPlace.of(draft.request().position().position(), beginning);
    this.settledBefore = later(settled.from(), hour(upper.minus(history.lookback())));
  }

  Fetched read() {
    HistoryPlace from = place;
    SqlReader reader = new SqlReader(history.description().name(), history.sql());
    ResultRows rows =
        reader.rows(
            session,
            draft.request().upper(),
            SqlHistory.mark(from),
            text -> history.query(text, session, from));
    Optional<Row> row = rows.next(session);
    while (row.isPresent()) {
      add(row.get());
      row = draft.isFull() ? Optional.empty() : rows.next(session);
    }
    return draft.isFull() ? goesOn(rows) : ends();
  }

  private void add(Row row) {
    Instant time = Micros.instant(row.find(SqlText.AT).orElse(""));
    place = new HistoryPlace(time, List.of(row.key()));
    boolean isSettled = time.isBefore(settledBefore);
    if (isSettled) {
      settled = place;
    }
    if (Catalogs.contain(row, session.scope())) {
      draft.add(
          time + "/" + row.key(),
          json.of(row).put("at", time.toString()),
          isSettled ? Settlement.SETTLED : Settlement.PROVISIONAL);
    }
  }

  private Fetched goesOn(ResultRows rows) {
    session.platform().results().keep(history.description().name(), draft.request().upper(), rows);
    if (!place.from().isBefore(settledBefore)) {
      settled = HistoryPlace.at(settledBefore);
    }
    ReadPosition next = new ReadPosition(settled.cursor(), place.cursor());
    return draft.told(next, PageDraft.More.YES, null);
  }

  private Fetched ends() {
    Instant complete = draft.request().upper().minus(history.description().latency());
    ReadPosition next = ReadPosition.at(HistoryPlace.at(settledBefore).cursor());
    return draft.told(next, PageDraft.More.NO, complete);
  }

  /** Hours are never cut in two: what is counted by hours is settled by hours. */
  private static Instant hour(Instant time) {
    return time.truncatedTo(ChronoUnit.HOURS);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
