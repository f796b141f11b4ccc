// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.outlet.EventType;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Notes that the live score is another than when it was told last. What it was in between is not
 * told: a score is throttled, never debounced, and the last one is always told.
 */
final class ScoreNotes {
  private static final String SUBJECT = "score";

  private static final String CHANGED =
      """
      SELECT c.organisation_id, c.model, c.revision, c.as_of, c.written_at::text AS written_at
        FROM score_card c JOIN model_version m ON m.id = c.model AND m.status = 'active'
        LEFT JOIN outlet_told t ON t.organisation_id = c.organisation_id AND t.subject = 'score'
       WHERE c.organisation_id IN (SELECT organisation_id FROM outlets)
         AND (t.told_at IS NULL OR t.told_at <= now() - make_interval(secs => ?))
         AND (t.state ->> 'model', t.state ->> 'revision', t.state ->> 'written_at')
             IS DISTINCT FROM (c.model, c.revision::text, c.written_at::text)\
      """;

  private static final String COMPOSITES =
      """
      SELECT lower(composite) AS composite, score, low, high, coverage, level, level_state, previous FROM score_live
       WHERE organisation_id = ? AND model = ? ORDER BY 1\
      """;

  private static final String REASONS =
      """
      SELECT indicator, stratum, reason, contribution FROM attribution_live
       WHERE organisation_id = ? AND model = ? AND lower(composite) = 'overall'
       ORDER BY abs(contribution) DESC, indicator, stratum, reason\
      """;

  /** A live card that was not looked at yet. */
  record Card(UUID organisation, String model, long revision, Instant asOf, String writtenAt) {}

  private final Notes notes;
  private final Map<String, ObjectNode> figures = new LinkedHashMap<>();
  private @Nullable Double previous;
  private double overall;

  private ScoreNotes(Notes notes) {
    this.notes = notes;
  }

  /** The cards to look at; one whose score was told within the pace is not among them yet. */
  static List<Card> changed(Session session, long paceSeconds) throws SQLException {
    return session.list(CHANGED, ScoreNotes::card, paceSeconds);
  }

  static void write(Notes notes, Card card) throws SQLException {
    new ScoreNotes(notes).compare(card);
  }

  private void compare(Card card) throws SQLException {
    notes.session().list(COMPOSITES, this::keep, notes.organisation(), card.model());
    ObjectNode state = state(card);
    Optional<JsonNode> before =
        notes.told(SUBJECT).filter(it -> it.get("model").asText().equals(card.model()));
    boolean same =
        before.isPresent()
            && before.get().get("figures").equals(Notes.parse(state.get("figures").toString()));
    if (!same && figures.containsKey(ScoreJson.OVERALL)) {
      tell(card, before.orElse(null), state);
    }
    notes.remember(SUBJECT, state);
  }

  private boolean keep(Row row) throws SQLException {
    String composite = row.text("composite");
    figures.put(composite, ScoreJson.figures(row));
    if (composite.equals(ScoreJson.OVERALL)) {
      previous = row.maybeNumber("previous").orElse(null);
      overall = row.number("score");
    }
    return true;
  }

  private ObjectNode state(Card card) {
    ObjectNode state =
        Notes.JSON
            .createObjectNode()
            .put("model", card.model())
            .put("revision", card.revision())
            .put("written_at", card.writtenAt())
            .put("as_of", card.asOf().toString());
    figures.forEach((composite, value) -> state.withObject("/figures").set(composite, value));
    return state;
  }

  private void tell(Card card, @Nullable JsonNode before, ObjectNode state) throws SQLException {
    ObjectNode data =
        Notes.JSON
            .createObjectNode()
            .put("model", card.model())
            .put("revision", card.revision())
            .put("as_of", card.asOf().toString());
    data.setAll(figures.get(ScoreJson.OVERALL));
    data.set("before", before(before, ScoreJson.OVERALL));
    data.set(
        "since_close",
        ScoreJson.since(
            notes.session(), previous, overall, REASONS, notes.organisation(), card.model()));
    composites(data.putArray("composites"), before);
    UUID id =
        EventId.of(
            EventType.SCORE_CHANGED,
            notes.organisation(),
            card.model(),
            card.revision(),
            card.asOf(),
            state.get("figures"));
    notes.write(id, EventType.SCORE_CHANGED, card.model(), card.asOf(), data);
  }

  private void composites(ArrayNode told, @Nullable JsonNode before) {
    figures.forEach(
        (composite, value) -> {
          if (!composite.equals(ScoreJson.OVERALL)) {
            ObjectNode one = told.addObject().put("composite", composite);
            one.setAll(value);
            one.set("before", before(before, composite));
          }
        });
  }

  /** Null where it was never told, or under another model. */
  private static @Nullable JsonNode before(@Nullable JsonNode state, String composite) {
    return state == null ? null : state.get("figures").get(composite);
  }

  private static Card card(Row row) throws SQLException {
    return new Card(
        row.uuid("organisation_id"),
        row.text("model"),
        row.bigint("revision"),
        row.instant("as_of"),
        row.text("written_at"));
  }
}
