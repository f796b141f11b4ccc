// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.outlet.EventType;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes closes of days as they are written: provisional, final, restated. */
final class CloseNotes {
  /** Notes are kept longer, so none is taken for new again. */
  private static final String CLOSES =
      """
      SELECT c.model, c.day, c.status, c.revision, c.as_of
        FROM score_close c JOIN model_version m ON m.id = c.model AND m.status = 'active'
       WHERE c.organisation_id = ? AND c.written_at >= greatest(?, now() - interval '7 days') AND c.status <> 'backcast'
       ORDER BY c.written_at, c.day\
      """;

  private static final String COMPOSITES =
      """
      SELECT lower(composite) AS composite, score, low, high, coverage, level, level_state, previous FROM score_daily
       WHERE organisation_id = ? AND model = ? AND day = ? ORDER BY 1\
      """;

  private static final String REASONS =
      """
      SELECT indicator, stratum, reason, contribution FROM score_attribution
       WHERE organisation_id = ? AND model = ? AND day = ? AND lower(composite) = 'overall'
       ORDER BY abs(contribution) DESC, indicator, stratum, reason\
      """;

  private record Close(String model, LocalDate day, String status, long revision, Instant asOf) {}

  private record Figure(
      String composite, double score, @Nullable Double previous, ObjectNode json) {}

  private CloseNotes() {}

  static void write(Notes notes) throws SQLException {
    Wanted wanted = notes.wanted();
    for (Close close :
        notes.session().list(CLOSES, CloseNotes::close, wanted.organisation(), wanted.since())) {
      UUID id =
          EventId.of(
              EventType.SCORE_CLOSED,
              wanted.organisation(),
              close.model,
              close.day,
              close.status,
              close.revision,
              close.asOf);
      if (!notes.isKnown(id)) {
        ObjectNode data = data(notes.session(), wanted.organisation(), close);
        String subject = close.model + "/" + close.day;
        notes.write(id, EventType.SCORE_CLOSED, subject, close.asOf, data);
      }
    }
  }

  private static ObjectNode data(Session session, UUID organisation, Close close)
      throws SQLException {
    ObjectNode data =
        Notes.JSON
            .createObjectNode()
            .put("model", close.model)
            .put("day", close.day.toString())
            .put("status", close.status)
            .put("revision", close.revision)
            .put("as_of", close.asOf.toString());
    ArrayNode composites = Notes.JSON.createArrayNode();
    for (Figure figure :
        session.list(COMPOSITES, CloseNotes::figure, organisation, close.model, close.day)) {
      if (figure.composite.equals(ScoreJson.OVERALL)) {
        data.setAll(figure.json);
        data.set(
            "since_close",
            ScoreJson.since(
                session,
                figure.previous,
                figure.score,
                REASONS,
                organisation,
                close.model,
                close.day));
      } else {
        composites.addObject().put("composite", figure.composite).setAll(figure.json);
      }
    }
    data.set("composites", composites);
    return data;
  }

  private static Figure figure(Row row) throws SQLException {
    return new Figure(
        row.text("composite"),
        row.number("score"),
        row.maybeNumber("previous").orElse(null),
        ScoreJson.figures(row));
  }

  private static Close close(Row row) throws SQLException {
    return new Close(
        row.text("model"),
        row.date("day"),
        row.text("status"),
        row.bigint("revision"),
        row.instant("as_of"));
  }
}
