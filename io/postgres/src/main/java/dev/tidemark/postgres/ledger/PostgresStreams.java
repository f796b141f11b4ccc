// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static java.util.Objects.requireNonNull;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.postgres.database.Columns;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Session;
import dev.tidemark.postgres.database.Trouble;
import dev.tidemark.spi.ledger.LedgerException;
import dev.tidemark.spi.ledger.StreamState;
import dev.tidemark.spi.ledger.StreamStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has been applied of each stream, in the tables. */
final class PostgresStreams implements StreamStore {
  private static final String OPEN =
      "SELECT * FROM metric_window WHERE stream_id = ? AND (start >= ? OR tail_count > 0)";

  private static final String READINGS = "SELECT * FROM counter_reading WHERE stream_id = ?";

  private static final String BY_KEY =
      """
      SELECT w.* FROM unnest(?::int8[], ?::uuid[], ?::text[], ?::int8[]) AS u (stream_id, series, grain, start)
        JOIN metric_window w ON w.stream_id = u.stream_id AND w.series = u.series AND w.grain = u.grain COLLATE "C"
                            AND w.start = to_timestamp(u.start)\
      """;

  private final Database database;

  PostgresStreams(Database database) {
    this.database = database;
  }

  @Override
  public Optional<StreamState> load(StreamId stream, Lease lease, Instant openSince) {
    return database.snapshot(
        session -> {
          StreamRow row = StreamRow.find(session, List.of(stream)).get(stream);
          return row != null && row.carries(lease)
              ? Optional.of(state(session, row, openSince))
              : Optional.<StreamState>empty();
        });
  }

  @Override
  public Map<WindowKey, WindowChange> windows(StreamId stream, Collection<WindowKey> keys) {
    return database.snapshot(
        session -> {
          StreamRow row = StreamRow.find(session, List.of(stream)).get(stream);
          return row == null ? Map.<WindowKey, WindowChange>of() : byKey(session, row, keys);
        });
  }

  @Override
  public List<CommitOutcome> commit(List<StreamCommit> commits) {
    if (commits.isEmpty()) {
      return List.of();
    }
    try {
      return together(commits);
    } catch (LedgerException failure) {
      if (!Trouble.isData(failure)) {
        throw failure;
      }
      return oneByOne(commits, failure);
    }
  }

  private List<CommitOutcome> together(List<StreamCommit> commits) {
    return database.transaction(session -> new CommitTransaction(session).apply(commits));
  }

  /** One stream's data that the database will not take must not stop the others. */
  private List<CommitOutcome> oneByOne(List<StreamCommit> commits, LedgerException failure) {
    Map<StreamId, List<StreamCommit>> byStream =
        commits.stream()
            .collect(
                Collectors.groupingBy(
                    StreamCommit::stream, LinkedHashMap::new, Collectors.toList()));
    if (byStream.size() == 1) {
      return commits.stream().map(commit -> refused(commit, failure)).toList();
    }
    Map<StreamId, List<CommitOutcome>> outcomes = new LinkedHashMap<>();
    byStream.forEach((stream, own) -> outcomes.put(stream, new ArrayList<>(commit(own))));
    return commits.stream()
        .map(commit -> requireNonNull(outcomes.get(commit.stream())).remove(0))
        .toList();
  }

  private CommitOutcome refused(StreamCommit commit, LedgerException failure) {
    database.transaction(
        session -> {
          StreamRow row = StreamRow.lock(session, List.of(commit.stream())).get(commit.stream());
          if (row != null && row.carries(commit.lease())) {
            StreamUpdates.withdraw(session, List.of(row.id()));
            SyncLog.refuse(session, List.of(new SyncLog.Refusals(row, 1)));
          }
          return true;
        });
    return new CommitOutcome.Refused(
        commit.stream(), "the database does not take it: " + failure.getMessage(), null);
  }

  private static StreamState state(Session session, StreamRow row, Instant openSince)
      throws SQLException {
    List<WindowChange> windows = session.list(OPEN, WindowRows::read, row.id(), openSince);
    List<Reading> readings = session.list(READINGS, ReadingRows::read, row.id());
    return new StreamState(row.sequence(), row.cursor(), windows, readings);
  }

  private static Map<WindowKey, WindowChange> byKey(
      Session session, StreamRow row, Collection<WindowKey> keys) throws SQLException {
    Object[] wanted =
        Columns.of(keys)
            .bigint(key -> row.id())
            .uuid(WindowRows::series)
            .text(key -> key.grain().name())
            .bigint(key -> key.start().getEpochSecond())
            .parameters();
    return session.list(BY_KEY, WindowRows::read, wanted).stream()
        .collect(Collectors.toMap(WindowChange::key, Function.identity()));
  }
}
