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
      "SELECT id, semver, sha256, status, registered_at FROM model_version ORDER BY registered_at,"
          + " id";

  private static final String STATUS =
      "UPDATE model_version SET status = ?, changed_at = now() WHERE id = ? AND status <> ?";

  private static final String RETIRE_OTHERS =
      "UPDATE model_version SET status = 'retired', changed_at = now() WHERE status = 'active' AND"
          + " id <> ?";

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
   */
  public record Model(
      String id, String semver, String sha256, String status, Instant registeredAt) {}

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

  /** Makes a model the one that counts; the one before is retired. */
  public void activate(String id) {
    require(id);
    database.transaction(
        session -> {
          session.change(RETIRE_OTHERS, id);
          return changed(session, id, "active");
        });
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
    return database.transaction(
        session ->
            session.list(
                LIST,
                row ->
                    new Model(
                        row.text("id"),
                        row.text("semver"),
                        row.text("sha256"),
                        row.text("status"),
                        row.instant("registered_at"))));
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
