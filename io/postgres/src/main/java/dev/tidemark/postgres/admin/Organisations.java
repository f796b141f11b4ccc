// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.crypto.Keyring;
import dev.tidemark.postgres.database.Database;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The organisations that are scored. */
public final class Organisations {
  private static final int PSEUDONYM_KEY_BYTES = 32;

  private static final String CREATE =
      """
      INSERT INTO organisation (id, name, pseudonym_key, version) VALUES (?, ?, ?::jsonb, 0)
          ON CONFLICT (name) DO NOTHING\
      """;

  /**
   * An organisation.
   *
   * @param revision moves with everything committed of it
   */
  public record Organisation(OrganisationId id, String name, long revision, Instant createdAt) {}

  private final Database database;
  private final Keyring keyring;

  Organisations(Database database, Keyring keyring) {
    this.database = database;
    this.keyring = keyring;
  }

  /** The organisation of that name; made if there is none. */
  public OrganisationId findOrCreate(String name) {
    return find(name).map(Organisation::id).orElseGet(() -> created(name));
  }

  public Optional<Organisation> find(String name) {
    return list().stream().filter(organisation -> organisation.name().equals(name)).findFirst();
  }

  /** All of them, by name. */
  public List<Organisation> list() {
    return database.list(
        "SELECT id, name, revision, created_at FROM organisation ORDER BY name",
        row ->
            new Organisation(
                new OrganisationId(row.uuid("id")),
                row.text("name"),
                row.bigint("revision"),
                row.instant("created_at")));
  }

  private OrganisationId created(String name) {
    UUID id = UUID.randomUUID();
    byte[] key = new byte[PSEUDONYM_KEY_BYTES];
    new SecureRandom().nextBytes(key);
    String sealedKey = keyring.seal(key, id).json();
    UUID known =
        database.transaction(
            session -> {
              session.change(CREATE, id, name, sealedKey);
              return session.one(
                  "SELECT id FROM organisation WHERE name = ?", row -> row.uuid("id"), name);
            });
    return new OrganisationId(known);
  }
}
