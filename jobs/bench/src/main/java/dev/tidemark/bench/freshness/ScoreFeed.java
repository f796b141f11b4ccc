// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.freshness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postgresql.PGConnection;

/** The score as anybody sees it who listens for news of it and then asks for the row. */
final class ScoreFeed implements AutoCloseable {
  private static final String ROW =
      """
      SELECT l.score, (e ->> 'numerator')::float8::bigint AS described,
             (e ->> 'denominator')::float8::bigint AS tables
        FROM tidemark.score_card c
        JOIN tidemark.organisation o ON o.id = c.organisation_id
        JOIN tidemark.score_live l
          ON (l.organisation_id, l.model, l.composite) = (c.organisation_id, c.model, 'overall')
       CROSS JOIN LATERAL jsonb_array_elements(c.card -> 'evidence') e
       WHERE o.name = ? AND e ->> 'indicator' = 'GOV.DOC'\
      """;

  private final Connection connection;
  private final String organisation;

  private ScoreFeed(Connection connection, String organisation) {
    this.connection = connection;
    this.organisation = organisation;
  }

  /**
   * A score that could be seen.
   *
   * @param at when it was in hand
   * @param described how many tables with a description it rests on
   * @param tables how many it knows
   */
  record Sighting(Instant at, long described, long tables, double score) {}

  static ScoreFeed of(Connection connection, String organisation) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN tidemark_score");
    }
    return new ScoreFeed(connection, organisation);
  }

  /** Waits for news, at most so long, and asks for the row; empty while there is none. */
  Optional<Sighting> await(Duration longest) throws SQLException {
    connection.unwrap(PGConnection.class).getNotifications((int) longest.toMillis());
    return now();
  }

  private Optional<Sighting> now() throws SQLException {
    try (PreparedStatement question = connection.prepareStatement(ROW)) {
      question.setString(1, organisation);
      try (ResultSet row = question.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Sighting(Instant.now(), row.getLong(2), row.getLong(3), row.getDouble(1)))
            : Optional.empty();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
