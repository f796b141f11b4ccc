// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.live;

import dev.tidemark.bench.workload.Trickle;
import dev.tidemark.bench.workload.Workload;
import dev.tidemark.bench.workload.WrongResultException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds windows to cursors: what a stream has been read up to says what its windows must hold, at
 * any moment, also while the job runs.
 */
public record TrickleOracle(Databases databases, String database, Trickle trickle) {
  /** Window by window in the order of their keys; one statement sees one moment. */
  private static final String WINDOWS =
      """
      SELECT s.cursor::jsonb ->> 'page' AS pages, w.attributes::jsonb ->> 'cicd.pipeline.name' AS pipeline,
             w.settled_count AS records, w.settled_sum::bigint AS errors
        FROM tidemark.stream s
        JOIN tidemark.data_connectors c ON c.id = s.connector_id
        LEFT JOIN tidemark.metric_window w ON w.stream_id = s.id AND w.grain = 'DAY'
       WHERE c.name = ? ORDER BY pipeline\
      """;

  /**
   * Looks at every window.
   *
   * @return how many records are in them
   * @throws WrongResultException naming the first that is anything else
   */
  public long examine() {
    try (Connection connection = databases.connection(database)) {
      long records = 0;
      for (int stream = 0; stream < trickle.streams(); stream++) {
        records += examine(connection, Workload.connector(stream));
      }
      return records;
    } catch (SQLException failure) {
      throw new IllegalStateException("the windows cannot be read", failure);
    }
  }

  private long examine(Connection connection, String stream) throws SQLException {
    int pages = 0;
    List<String> windows = new ArrayList<>();
    try (PreparedStatement question = connection.prepareStatement(WINDOWS)) {
      question.setString(1, stream);
      try (ResultSet row = question.executeQuery()) {
        while (row.next()) {
          pages = row.getInt(1);
          if (row.getString(2) != null) {
            windows.add(row.getString(2) + "|" + row.getLong(3) + "|" + row.getLong(4));
          }
        }
      }
    }
    require(windows, trickle.expected(pages), stream);
    return (long) pages * trickle.records();
  }

  private static void require(List<String> is, List<String> expected, String stream) {
    if (is.equals(expected)) {
      return;
    }
    for (int i = 0; i < Math.max(is.size(), expected.size()); i++) {
      String one = i < is.size() ? is.get(i) : "nothing";
      String wanted = i < expected.size() ? expected.get(i) : "nothing";
      if (!one.equals(wanted)) {
        throw new WrongResultException(
            "stream %s has %s where pipeline|records|errors should be %s"
                .formatted(stream, one, wanted));
      }
    }
  }
}
