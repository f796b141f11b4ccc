// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.ledger.PostgresLedger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * A secret that was saved as a setting is in no answer, no log and no column but the sealed one.
 */
@Tag("later")
class CanaryTest {
  private final String canary = "canary-" + UUID.randomUUID();
  private final OrganisationId organisation = Served.organisation();
  private final Visitor administrator = Served.member(organisation, "administrator");
  private final Heard log = new Heard();

  /** Everything that is logged, however little it matters. */
  private static final class Heard extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(
          event.getLoggerName() + " " + event.getFormattedMessage() + event.getMDCPropertyMap());
      for (IThrowableProxy cause = event.getThrowableProxy();
          cause != null;
          cause = cause.getCause()) {
        lines.add(cause.getClassName() + " " + cause.getMessage());
      }
    }
  }

  @Test
  void theCanaryIsNowhere() {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    Appender<ILoggingEvent> usual = root.getAppender("console");
    root.detachAppender(usual);
    root.addAppender(log);
    log.start();
    root.setLevel(Level.TRACE);
    try {
      String connector = saved();
      everythingIsAskedFor(connector);
      assertThat(stored(connector)).as("it is there").contains(canary);
    } finally {
      root.setLevel(before);
      root.detachAppender(log);
      root.addAppender(usual);
    }
    List<String> forms = forms();
    assertThat(Served.HEARD).isNotEmpty().noneMatch(told -> holds(told, forms));
    assertThat(log.lines)
        .as("something is logged")
        .isNotEmpty()
        .noneMatch(line -> holds(line, forms));
    assertThat(tablesWith(forms)).isEmpty();
  }

  /** Saved, refused, changed, tried: whatever a secret may be sent with. */
  private String saved() {
    String body =
        Connecting.body("mine")
            .replace(Connecting.CANARY, canary)
            .replace("db.example.com", "127.0.0.1\", \"port\": \"1");
    var made =
        administrator.send(
            "POST",
            Connecting.all(organisation),
            body,
            Map.of("Idempotency-Key", "canary-key-0123456789"));
    assertThat(made.status()).as(made.response().body()).isEqualTo(201);
    String connector = made.json().path("id").asText();
    administrator.send(
        "POST", Connecting.all(organisation), body.replace("\"calls\"", "\"gold\""), Map.of());
    administrator.send("POST", Connecting.all(organisation), body.substring(1), Map.of());
    String again = body.replace("\"type\": \"postgresql\", ", "");
    administrator.send("PUT", Connecting.one(connector), again, Map.of("If-Match", made.tag()));
    String settings =
        "{\"settings\": {\"host\": \"127.0.0.1\", \"port\": 1, \"user\": \"u\", \"password\": \""
            + canary
            + "\"}}";
    for (String trial : List.of("check", "discover", "preview")) {
      administrator.send(
          "POST",
          "/api/connector-types/postgresql/" + trial + "?organisation=" + organisation,
          settings,
          Map.of());
      administrator.send("POST", Connecting.one(connector) + "/" + trial, null, Map.of());
    }
    return connector;
  }

  private void everythingIsAskedFor(String connector) {
    for (Operation operation : Operation.all()) {
      if (operation.isReading()) {
        administrator.get(operation.path(organisation, connector));
      }
    }
    for (String page : List.of("/", "/connectors", "/assets/app-1a2b.js", "/index.html")) {
      Served.HEARD.add(Served.plain(page));
    }
  }

  private static String stored(String connector) {
    try (PostgresLedger ledger = Served.ACCESS.open()) {
      return ledger
          .registry()
          .settings(ConnectorId.of(connector), "test")
          .orElseThrow()
          .settings()
          .reveal();
    }
  }

  /** As it is, and as columns of bytes and careless encodings would have it. */
  private List<String> forms() {
    byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    return List.of(
        canary, HexFormat.of().formatHex(bytes), base64.substring(0, base64.length() - 2));
  }

  private static boolean holds(String text, List<String> forms) {
    return forms.stream().anyMatch(text::contains);
  }

  private static List<String> tablesWith(List<String> forms) {
    List<String> tables =
        Served.DATABASE.transaction(
            session ->
                session.list(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'tidemark'",
                    row -> row.text("tablename")));
    assertThat(tables).contains("data_connectors", "connector_access_audit", "console_request");
    String pattern = String.join("|", forms);
    return tables.stream().filter(table -> holds(table, pattern)).toList();
  }

  private static boolean holds(String table, String pattern) {
    String rows = "SELECT count(*) AS n FROM tidemark." + table + " t WHERE t::text ~ ?";
    return Served.count(rows, pattern) > 0;
  }
}
