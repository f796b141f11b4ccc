// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.access.Person;
import dev.tidemark.console.web.Digest;
import dev.tidemark.console.web.Fault;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.spi.KeyedHash;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The ids of things that are to be made. A request with an idempotency key gets the same one every
 * time it comes, for a day at least, so what it makes is made once.
 */
final class Claims {
  private static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{16,200}");

  private static final String FORGET =
      "DELETE FROM console_request WHERE at < now() - interval '2 days'";

  private static final String CLAIM =
      """
      INSERT INTO console_request (person_id, key_hash, fingerprint, made) VALUES (?, ?, decode(?, 'hex'), ?)
          ON CONFLICT DO NOTHING\
      """;

  private static final String FIND =
      """
      SELECT encode(fingerprint, 'hex') AS fingerprint, made FROM console_request
       WHERE person_id = ? AND key_hash = ?\
      """;

  private final Database database;

  /** Of a database seen as its owner. */
  Claims(Database database) {
    this.database = database;
  }

  private record Claim(String fingerprint, UUID made) {
    static Claim read(Row row) throws SQLException {
      return new Claim(row.text("fingerprint"), row.uuid("made"));
    }
  }

  /** The id of what this request makes. */
  UUID made(Context context, Person person, byte[] body) {
    String key = context.header(HEADER);
    return key == null ? UUID.randomUUID() : claimed(person, checked(key), place(context), body);
  }

  private UUID claimed(Person person, String key, String place, byte[] body) {
    byte[] hash = Digest.of(key);
    String print = fingerprint(key, place, body);
    Claim claim =
        database.transaction(
            session -> {
              session.change(FORGET);
              session.change(CLAIM, person.id(), hash, print, UUID.randomUUID());
              return session.one(FIND, Claim::read, person.id(), hash);
            });
    if (!claim.fingerprint().equals(print)) {
      throw Problem.of(Kind.KEY_REUSED, "Give each request a key of its own.").thrown();
    }
    return claim.made();
  }

  private static String checked(String key) {
    if (!KEY.matcher(key).matches()) {
      Fault fault = new Fault(HEADER, "must be 16 to 200 printable characters, such as a UUID");
      throw new Problem(Kind.BAD_REQUEST, "The key cannot be used.", List.of(fault)).thrown();
    }
    return key;
  }

  private static String place(Context context) {
    return context.path() + "?" + context.queryString() + "\n";
  }

  /** Keyed by what is not kept, for the body may hold secrets that could be guessed. */
  private static String fingerprint(String key, String place, byte[] body) {
    return KeyedHash.under(key.getBytes(StandardCharsets.UTF_8))
        .apply(place + new String(body, StandardCharsets.UTF_8));
  }
}
