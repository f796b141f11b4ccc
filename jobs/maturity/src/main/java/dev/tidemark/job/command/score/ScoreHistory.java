// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.Table;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.admin.Scores;
import dev.tidemark.postgres.admin.Scores.DailyScore;
import dev.tidemark.postgres.admin.Scores.Reason;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The closes since a day as they were published and what moved the score between them: the sum of
 * what each day told. Where another model began to count, its part is a reason of its own.
 *
 * @param since the close it starts from
 */
record ScoreHistory(LocalDate since, List<DailyScore> closes, List<Reason> reasons) {
  private static final String OVERALL = "overall";
  private static final double SCALE = 5;

  static ScoreHistory of(Scores scores, OrganisationId organisation, LocalDate since) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return new ScoreHistory(
        since,
        scores.published(organisation, since).stream()
            .filter(it -> it.composite().equalsIgnoreCase(OVERALL))
            .toList(),
        scores.publishedReasons(organisation, since, today).stream()
            .filter(it -> it.composite().equalsIgnoreCase(OVERALL))
            .toList());
  }

  /** Adds {@code history}: closes and reasons, maturity on the scale of 0 to 5. */
  void write(ObjectNode card) {
    ObjectNode node = card.putObject("history").put("since", since.toString());
    node.putArray("closes");
    for (DailyScore it : closes) {
      node.withArray("closes")
          .addObject()
          .put("day", it.day().toString())
          .put("model", it.model())
          .put("maturity", SCALE * it.score())
          .put("low", SCALE * it.low())
          .put("high", SCALE * it.high())
          .put("coverage", it.coverage())
          .put("level", it.level())
          .put("status", it.status());
    }
    node.putArray("reasons");
    for (Reason it : reasons) {
      node.withArray("reasons")
          .addObject()
          .put("indicator", it.indicator())
          .put("stratum", it.stratum())
          .put("reason", it.reason())
          .put("maturity", SCALE * it.contribution());
    }
  }

  Stream<String> lines() {
    return closes.isEmpty()
        ? Stream.of("", "No day has been closed since " + since + ".")
        : Stream.of(
                Stream.of("", "Closes since " + since),
                closeTable().lines(),
                Stream.of("", "Moved by"),
                reasonTable().lines())
            .flatMap(lines -> lines);
  }

  private Table closeTable() {
    Table table =
        Table.of("DAY", "MATURITY", "LOW", "HIGH", "COVERAGE", "LEVEL", "STATUS", "MODEL");
    for (DailyScore it : closes) {
      table.row(
          it.day(),
          figure(it.score()),
          figure(it.low()),
          figure(it.high()),
          String.format(Locale.ROOT, "%.0f%%", 100 * it.coverage()),
          it.level() == null ? "not rated" : it.level(),
          it.status(),
          it.model());
    }
    return table;
  }

  private Table reasonTable() {
    Table table = Table.of("MATURITY", "INDICATOR", "PLATFORM", "REASON");
    for (Reason it : reasons) {
      String moved = String.format(Locale.ROOT, "%+.3f", SCALE * it.contribution());
      table.row(moved, it.indicator(), it.stratum(), it.reason().toLowerCase(Locale.ROOT));
    }
    return table;
  }

  private static String figure(double score) {
    return String.format(Locale.ROOT, "%.2f", SCALE * score);
  }
}
