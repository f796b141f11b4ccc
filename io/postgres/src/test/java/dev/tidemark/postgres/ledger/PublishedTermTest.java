// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The terms of models are what asking for the model of each day would find. */
class PublishedTermTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 30;
  private static final List<String> MODELS = List.of("a", "b", "c");

  /** Day by day: the last model that had followed another before it, or the first one there was. */
  private static final String DAY_BY_DAY =
      """
      SELECT c.organisation_id, c.model, c.day FROM score_close c
       WHERE c.status <> 'backcast'
         AND c.model = coalesce(
               (SELECT s.model FROM model_succession s
                 WHERE s.organisation_id = c.organisation_id AND s.day < c.day ORDER BY s.number DESC LIMIT 1),
               (SELECT s.followed FROM model_succession s
                 WHERE s.organisation_id = c.organisation_id ORDER BY s.number LIMIT 1),
               (SELECT m.id FROM model_version m WHERE m.status = 'active'))\
      """;

  private static final String TEXT =
      "SELECT coalesce(string_agg(t::text, ' ' ORDER BY t::text), '') AS text FROM (%s) t";

  private static final String REASONS =
      "published_reasons(o.id, '{overall}', '-infinity', 'infinity') r";

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final Fixture fixture = Fixture.fresh();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void termsAreThoseOfTheDays() {
    for (String model : MODELS) {
      String status = model.equals("a") ? "active" : "shadow";
      fixture.change(
          "INSERT INTO model_version (id, semver, sha256, yaml, status) VALUES (?, '1', '', '', ?)",
          model,
          status);
    }
    for (int organisation = 0; organisation < 8; organisation++) {
      UUID owner = fixture.newOrganisation().value();
      succeed(owner, organisation % 4);
      MODELS.forEach(model -> close(owner, model));
    }
    String wanted = text(DAY_BY_DAY);
    assertThat(text("SELECT organisation_id, model, day FROM published_close"))
        .as("seed %d", seed)
        .isEqualTo(wanted);
    assertThat(
            text(
                """
                SELECT d.organisation_id, d.model, d.day FROM published_term t JOIN score_daily d
                    ON d.organisation_id = t.organisation_id AND d.model = t.model
                   AND d.day > t.after AND d.day <= t.through AND d.status <> 'backcast'\
                """))
        .as("seed %d", seed)
        .isEqualTo(wanted);
    assertThat(text("SELECT o.id, r.indicator FROM organisation o, " + REASONS))
        .as("seed %d", seed)
        .isEqualTo(text("SELECT organisation_id, model || day FROM (" + DAY_BY_DAY + ") d"));
  }

  /** Also twice on a day, and back to a model that counted before. */
  private void succeed(UUID organisation, int times) {
    LocalDate day = FIRST;
    String followed = MODELS.get(random.nextInt(3));
    for (int time = 0; time < times; time++) {
      day = day.plusDays(random.nextInt(DAYS / 3));
      String model = MODELS.get(random.nextInt(3));
      fixture.change(
          "INSERT INTO model_succession (organisation_id, model, followed, day) VALUES (?, ?, ?,"
              + " ?)",
          organisation,
          model,
          followed,
          day);
      followed = model;
    }
  }

  private void close(UUID organisation, String model) {
    for (int day = 0; day < DAYS; day++) {
      int kind = random.nextInt(6);
      if (kind > 0) {
        close(organisation, model, FIRST.plusDays(day), kind > 1 ? "final" : "backcast");
      }
    }
  }

  private void close(UUID organisation, String model, LocalDate day, String status) {
    fixture.change(
        """
        WITH made AS (INSERT INTO score_close (organisation_id, model, day, revision, as_of, status, card, document)
                      VALUES (?, ?, ?, 1, now(), ?, '{}', '') RETURNING *),
             told AS (INSERT INTO score_daily (organisation_id, model, composite, day, score, low, high, coverage,
                                               level_state, status, as_of, revision)
                      SELECT organisation_id, model, 'overall', day, 0, 0, 0, 0, '', status, as_of, 1 FROM made RETURNING *)
        INSERT INTO score_attribution (organisation_id, model, composite, day, indicator, stratum, reason, contribution)
        SELECT organisation_id, model, composite, day, model || day, '', '', 0 FROM told\
        """,
        organisation,
        model,
        day,
        status);
  }

  private String text(String sql) {
    return fixture.text(TEXT.formatted(sql));
  }
}
