// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.access.Person;
import dev.tidemark.console.web.Fault;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The ids of things that are to be made. A request with an idempotency key gets the same one every
 * time it comes, for a day at least, so what it makes is made once.
 */
final class Claims {
  static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{16,200}");

  private static final String FORGET =
      "DELETE FROM console_request WHERE at < now() - interval '2 days'";

  private static final String CLAIM =
      """
      INSERT INTO console_request (person_id, key_hash, fingerprint, made) VALUES (?, ?, ?, ?)
          ON CONFLICT DO NOTHING\
      """;

  private static final String FIND =
      "SELECT fingerprint, made FROM console_request WHERE person_id = ? AND key_hash = ?";

  private final Database database;

  /** Of a database seen as its owner. */
  Claims(Database database) {
    this.database = database;
  }

  private record Claim(String fingerprint, UUID made) {
    static Claim read(Row row) throws SQLException {
      return new Claim(hex(row.bytes("fingerprint")), row.uuid("made"));
    }
  }

  /** The id of what this request makes. */
  UUID made(Context context, Person person, byte[] body) {
    String key = context.header(HEADER);
    return key == null ? UUID.randomUUID() : claimed(person, checked(key), place(context), body);
  }

  private UUID claimed(Person person, String key, String place, byte[] body) {
    byte[] hash = digest(key);
    byte[] print = fingerprint(key, place, body);
    Claim claim =
        database.transaction(
            session -> {
              session.change(FORGET);
              session.change(CLAIM, person.id(), hash, print, UUID.randomUUID());
              return session.one(FIND, Claim::read, person.id(), hash);
            });
    if (!claim.fingerprint().equals(hex(print))) {
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
  private static byte[] fingerprint(String key, String place, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(place.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
    }
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
