// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A large installation, as the statements of {@code load.sql}. */
final class LoadRows {
  /** What is read of an organisation's platforms through a connector. */
  static final String PLATFORMS =
      """
      INSERT INTO stream (organisation_id, connector_id, name, connector_type, stratum, interval_millis, latency_millis,
                          precedence, metrics, complete_through)
      SELECT ?, ?, 'load ' || n, 'postgresql', 'postgres://scored-' || n, 60000, 0, 'NATIVE_PLATFORM',
             '{tidemark.connector.heartbeat}', now() FROM generate_series(1, 5) n\
      """;

  /** Near the end of what was rejected. */
  static final String LAST_RECORD =
      "SELECT kept_at FROM rejected_record ORDER BY kept_at OFFSET 60 LIMIT 1";

  /** What the page is not measured on: more of what is asked for, and of what can be changed. */
  private static final List<String> MORE =
      List.of(
          "UPDATE rejected_record SET kept_at = kept_at - abs(hashtext(id::text)) % 100000 *"
              + " interval '1 second'",
          """
          INSERT INTO sync_log (stream_id, hour, organisation_id, polls, pages, records, bytes, calls)
          SELECT s.id, date_trunc('hour', now(), 'UTC') - n * interval '1 hour', s.organisation_id, 60, 60, 6000, 600000, 60
            FROM stream s JOIN data_connectors c ON c.id = s.connector_id, generate_series(24, 743) n
           WHERE s.organisation_id = :large AND c.name = 'warehouse'\
          """,
          """
          INSERT INTO attestation (organisation_id, indicator, stratum, value, signer, statement, expires)
          SELECT :large, 'GOV.OWN', 'postgres://load ' || n, 0.5, 'load', 'load', '2099-01-01' FROM generate_series(1, 2000) n\
          """,
          """
          INSERT INTO score_attribution (organisation_id, model, day, composite, indicator, stratum, reason, contribution)
          SELECT organisation_id, model, day, composite, 'IND.' || n, 'postgres://load',
                 (ARRAY['PERFORMANCE', 'EVIDENCE', 'FRESHNESS', 'SCOPE'])[n % 4 + 1], 0
            FROM score_daily, generate_series(5, 40) n WHERE organisation_id = :scored\
          """);

  static final List<String> ALL =
      Stream.concat(statements().stream().flatMap(LoadRows::monthly), MORE.stream()).toList();

  private static final Pattern NAMED = Pattern.compile(":(large|scored)");

  private LoadRows() {}

  /** The driver does not wait for ever: what is much goes a month at a time. */
  private static Stream<String> monthly(String sql) {
    return sql.startsWith("INSERT INTO score_attribution")
        ? IntStream.rangeClosed(1, 12)
            .mapToObj(month -> sql + " AND extract(month FROM day) = " + month)
        : Stream.of(sql);
  }

  /** The statement as the driver takes it. */
  static String statement(String sql) {
    return NAMED.matcher(sql).replaceAll("?");
  }

  /** The organisations it names, in their order. */
  static Object[] parameters(String sql, UUID large, UUID scored) {
    return NAMED
        .matcher(sql)
        .results()
        .map(found -> found.group(1).equals("large") ? large : scored)
        .toArray();
  }

  private static List<String> statements() {
    try (InputStream stream =
        Objects.requireNonNull(LoadRows.class.getResourceAsStream("load.sql"))) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.replaceAll("(?m)^--.*", "").split(";\\s*"))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException("load.sql cannot be read", broken);
    }
  }
}
