// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.live.Maturity;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Page;
import dev.tidemark.console.web.Parameters;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.admin.Scores;
import dev.tidemark.postgres.admin.Scores.Reason;
import dev.tidemark.postgres.database.Row;
import io.javalin.http.HandlerType;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the score moved: the closes people were shown, and why it moved between two of them. */
final class HistoryResource {
  private static final String HERE = "/api/organisations/{organisation}/score";
  private static final String OVERALL = "overall";

  /** After every close. */
  private static final LocalDate NOW = LocalDate.of(9999, 12, 31);

  /** Its very names, which an index knows; of the organisation, the name, and the name again. */
  static final String NAMES =
      """
      ARRAY(SELECT composite FROM score_live WHERE organisation_id = ? AND lower(composite) = lower(?) UNION SELECT ?)\
      """;

  private static final String CLOSES =
      """
      SELECT s.day, s.model, s.composite, s.score, s.low, s.high, s.coverage, s.level, s.status
        FROM published_term t
        JOIN score_daily s ON s.organisation_id = t.organisation_id AND s.model = t.model
                          AND s.day > t.after AND s.day <= t.through AND s.status <> 'backcast'
       WHERE t.organisation_id = ? AND s.composite = ANY (%s) AND s.day > ? AND s.day >= ?
       ORDER BY s.day LIMIT ?\
      """
          .formatted(NAMES);

  private static final String REASONS =
      "SELECT * FROM published_reasons(?, %s, ?, ?)".formatted(NAMES);

  /**
   * Another one whenever a close was added, written again or taken away, or another model counts.
   */
  private static final String STATE =
      """
      SELECT concat_ws(' ', count(*), sum(revision), max(written_at),
                       (SELECT max(number) FROM model_succession WHERE organisation_id = ?),
                       (SELECT id FROM model_version WHERE status = 'active')) AS state
        FROM score_close WHERE organisation_id = ?\
      """;

  private static final int REMEMBERED = 256;

  /** The sums of many days, which are asked for again and again and hardly ever change. */
  private final Remembered<Asked, List<Reason>> remembered = new Remembered<>(REMEMBERED);

  /** What the reasons of some days depend on. */
  private record Asked(
      OrganisationId organisation,
      String composite,
      LocalDate after,
      LocalDate through,
      String state) {}

  private record Close(
      LocalDate day,
      String model,
      String composite,
      double score,
      double low,
      double high,
      double coverage,
      @Nullable Long level,
      String status) {
    static Close read(Row row) throws SQLException {
      return new Close(
          row.date("day"),
          row.text("model"),
          row.text("composite"),
          row.number("score"),
          row.number("low"),
          row.number("high"),
          row.number("coverage"),
          row.maybeBigint("level").orElse(null),
          row.text("status"));
    }

    JsonNode body() {
      return Maturity.interval(score, low, high)
          .put("day", day.toString())
          .put("model", model)
          .put("composite", composite)
          .put("coverage", coverage)
          .put("level", level)
          .put("status", status);
    }
  }

  void add(Doors doors) {
    doors.member(HandlerType.GET, HERE + "/history", Role.VIEWER, HistoryResource::closes);
    doors.member(HandlerType.GET, HERE + "/reasons", Role.VIEWER, this::reasons);
  }

  private static void closes(Call call) {
    Page page = Page.of(call.context(), 1);
    LocalDate since = Parameters.day(call.context(), "since").orElse(LocalDate.EPOCH);
    LocalDate after =
        Optional.ofNullable(page.after(0, LocalDate::parse)).orElse(LocalDate.EPOCH.minusDays(1));
    List<Close> found =
        call.database()
            .list(
                CLOSES,
                Close::read,
                call.organisation().value(),
                call.organisation().value(),
                composite(call),
                composite(call),
                after,
                since,
                page.sought());
    Answer.send(
        call.context(), page.answer(found, Close::body, close -> List.of(close.day().toString())));
  }

  private void reasons(Call call) {
    LocalDate after =
        Parameters.day(call.context(), "after")
            .orElseThrow(() -> Parameters.wrong("after", "must be a day, such as 2026-01-31"));
    Optional<LocalDate> through = Parameters.day(call.context(), "through");
    if (through.isPresent() && through.get().isBefore(after)) {
      throw Parameters.wrong("through", "must not be before the day the period starts from");
    }
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("after", after.toString())
            .put("through", Texts.of(through.orElse(null)));
    ArrayNode items = body.putArray("items");
    reasons(call, after, through).forEach(reason -> items.add(body(reason)));
    Answer.send(call.context(), body);
  }

  /** Those of the days, and where the period goes on until now those since the last close. */
  private List<Reason> reasons(Call call, LocalDate after, Optional<LocalDate> through) {
    Scores scores = call.administration().scores();
    OrganisationId owner = call.organisation();
    Stream<Reason> days = days(call, after, through.orElse(NOW)).stream();
    Stream<Reason> since =
        through.isPresent()
            ? Stream.empty()
            : scores.card(owner).stream()
                .flatMap(card -> scores.reasons(owner, card.model()).stream());
    return Reasons.added(
        Stream.concat(days, since)
            .filter(reason -> reason.composite().equalsIgnoreCase(composite(call))));
  }

  private List<Reason> days(Call call, LocalDate after, LocalDate through) {
    UUID owner = call.organisation().value();
    String state =
        call.database().find(STATE, row -> row.text("state"), owner, owner).orElseThrow();
    return remembered.of(
        new Asked(call.organisation(), composite(call), after, through, state),
        () -> daysOf(call, after, through));
  }

  private static List<Reason> daysOf(Call call, LocalDate after, LocalDate through) {
    UUID owner = call.organisation().value();
    String named = composite(call);
    return call.database()
        .list(REASONS, row -> reason(named, row), owner, owner, named, named, after, through);
  }

  private static Reason reason(String composite, Row row) throws SQLException {
    return new Reason(
        composite,
        row.text("indicator"),
        row.text("stratum"),
        row.text("reason"),
        row.number("contribution"));
  }

  private static JsonNode body(Reason reason) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("indicator", reason.indicator())
        .put("stratum", reason.stratum())
        .put("reason", reason.reason())
        .put("maturity", Maturity.of(reason.contribution()));
  }

  /** The published score that is meant. */
  static String composite(Call call) {
    return Optional.ofNullable(call.context().queryParam("composite")).orElse(OVERALL);
  }
}
