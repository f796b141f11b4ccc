// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Versions of scoring models. One is active; what is registered never changes. */
public final class Models {
  private static final String REGISTER =
      """
      INSERT INTO model_version (id, semver, sha256, yaml) VALUES (?, ?, ?, ?)
          ON CONFLICT (id) DO NOTHING\
      """;

  private static final String LIST =
      "SELECT id, semver, sha256, status, registered_at, changed_at FROM model_version ORDER BY"
          + " registered_at, id";

  private static final String TEXT = "SELECT yaml FROM model_version WHERE id = ?";

  /** Where each published series ends, the model that follows goes on. */
  private static final String SUCCEED =
      """
      INSERT INTO model_succession (organisation_id, model, followed, day)
      SELECT DISTINCT ON (organisation_id) organisation_id, ?, model, day FROM published_close
       WHERE NOT EXISTS (SELECT FROM model_version WHERE id = ? AND status = 'active')
       ORDER BY organisation_id, day DESC\
      """;

  private static final String FREEZE_CLOSES =
      """
      UPDATE score_close c SET status = 'final' FROM model_version m
       WHERE m.id = c.model AND m.status = 'active' AND m.id <> ? AND c.status = 'provisional'\
      """;

  private static final String FREEZE_SCORES =
      """
      UPDATE score_daily s SET status = 'final' FROM model_version m
       WHERE m.id = s.model AND m.status = 'active' AND m.id <> ? AND s.status = 'provisional'\
      """;

  private static final String STATUS =
      "UPDATE model_version SET status = ?, changed_at = now() WHERE id = ? AND status <> ?";

  private static final String RETIRE_OTHERS =
      "UPDATE model_version SET status = 'retired', changed_at = now() WHERE status = 'active' AND"
          + " id <> ?";

  private static final String SERIES =
      """
      SELECT o.name, min(c.day) AS first_day, max(c.day) AS last_day, count(*) AS days,
             count(*) FILTER (WHERE c.status = 'backcast') AS backcast
        FROM score_close c JOIN organisation o ON o.id = c.organisation_id
       WHERE c.model = ? GROUP BY o.name ORDER BY o.name\
      """;

  private static final String SUCCESSIONS =
      """
      SELECT o.name, s.model, s.followed, s.day, s.at
        FROM model_succession s JOIN organisation o ON o.id = s.organisation_id
       WHERE ? IN (s.model, s.followed) AND s.model <> s.followed ORDER BY s.at, o.name\
      """;

  /** In one order, as commits do. */
  private static final String SCORE_ALL_ANEW =
      """
      WITH turn AS (SELECT id FROM organisation ORDER BY id FOR NO KEY UPDATE)
      UPDATE organisation o SET revision = revision + 1, basis = basis + 1 FROM turn WHERE o.id = turn.id\
      """;

  /**
   * A registered model.
   *
   * @param status {@code draft}, {@code shadow}, {@code active} or {@code retired}
   * @param changedAt since when it has that status
   */
  public record Model(
      String id,
      String semver,
      String sha256,
      String status,
      Instant registeredAt,
      Instant changedAt) {}

  /**
   * The closes of one organisation under a model.
   *
   * @param backcast how many of the days were computed afterwards
   */
  public record Series(
      String organisation, LocalDate first, LocalDate last, long days, long backcast) {}

  /**
   * That one model followed another for an organisation.
   *
   * @param day the last day of the series that was followed
   */
  public record Succession(
      String organisation, String model, String followed, LocalDate day, Instant at) {}

  private final Database database;

  Models(Database database) {
    this.database = database;
  }

  /**
   * Registers a model as a draft; the same one again changes nothing.
   *
   * @throws IllegalArgumentException if the id stands for other content already
   */
  public void register(String id, String semver, String yaml) {
    String sha256 = sha256(yaml);
    database.transaction(session -> session.change(REGISTER, id, semver, sha256, yaml));
    if (!find(id).map(Model::sha256).equals(Optional.of(sha256))) {
      throw new IllegalArgumentException(
          "the model " + id + " is registered with other content: give it a new version");
    }
  }

  /**
   * Makes a model the one that counts. The one before is retired and its closes are frozen; the
   * first score of the new one tells how much of the change is the model's.
   */
  public void activate(String id) {
    require(id);
    database.transaction(session -> activated(session, id));
  }

  /** Activates in the caller's transaction; tells whether it was another one before. */
  static boolean activated(Session session, String id) throws SQLException {
    session.change(SUCCEED, id, id);
    session.change(FREEZE_CLOSES, id);
    session.change(FREEZE_SCORES, id);
    session.change(RETIRE_OTHERS, id);
    return changed(session, id, "active");
  }

  /** Has a model scored beside the active one. */
  public void shadow(String id) {
    require(id);
    database.transaction(session -> changed(session, id, "shadow"));
  }

  /** Has a model scored no more. */
  public void retire(String id) {
    require(id);
    database.transaction(session -> changed(session, id, "retired"));
  }

  public Optional<Model> find(String id) {
    return list().stream().filter(model -> model.id().equals(id)).findFirst();
  }

  /** All of them, oldest first. */
  public List<Model> list() {
    return database.list(
        LIST,
        row ->
            new Model(
                row.text("id"),
                row.text("semver"),
                row.text("sha256"),
                row.text("status"),
                row.instant("registered_at"),
                row.instant("changed_at")));
  }

  /** The text of a registered model. */
  public Optional<String> text(String id) {
    return database.find(TEXT, row -> row.text("yaml"), id);
  }

  /** The series of a model, by organisation. */
  public List<Series> series(String id) {
    return database.list(
        SERIES,
        row ->
            new Series(
                row.text("name"),
                row.date("first_day"),
                row.date("last_day"),
                row.bigint("days"),
                row.bigint("backcast")),
        id);
  }

  /** When a model followed another, or was followed, oldest first. */
  public List<Succession> successions(String id) {
    return database.list(
        SUCCESSIONS,
        row ->
            new Succession(
                row.text("name"),
                row.text("model"),
                row.text("followed"),
                row.date("day"),
                row.instant("at")),
        id);
  }

  private void require(String id) {
    if (find(id).isEmpty()) {
      throw new IllegalArgumentException(
          "no model " + id + " is registered, only " + list().stream().map(Model::id).toList());
    }
  }

  private static boolean changed(Session session, String id, String status) throws SQLException {
    boolean changed = session.change(STATUS, status, id, status) > 0;
    if (changed) {
      session.change(SCORE_ALL_ANEW);
    }
    return changed;
  }

  private static String sha256(String yaml) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(yaml.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
