// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A scripted account, known by its name in the whole JVM: the test writes the script, the connector
 * plays it. Safe for use by several threads.
 */
public final class ExampleAccount {
  private static final Map<String, ExampleAccount> ACCOUNTS = new ConcurrentHashMap<>();

  private final String name;
  private final ExampleRows events = new ExampleRows(Duration.ZERO);
  private final ExampleRows runs = new ExampleRows(ExampleConnectorType.LATENCY);
  private final ExampleTables tables = new ExampleTables();
  private final ExampleSigns signs = new ExampleSigns(this);
  private final ExampleGate gate = new ExampleGate();
  private final ExampleHints hints = new ExampleHints();
  private final AtomicInteger open = new AtomicInteger();
  private volatile InstantSource clock = Clock.systemUTC();

  private ExampleAccount(String name) {
    this.name = name;
  }

  /** The account of that name, empty when first asked for. */
  public static ExampleAccount named(String name) {
    return ACCOUNTS.computeIfAbsent(name, ExampleAccount::new);
  }

  /** Lives by a clock of the test's from now on. */
  public ExampleAccount on(InstantSource source) {
    clock = source;
    return this;
  }

  public String name() {
    return name;
  }

  /** Rows that are final at once. */
  public ExampleRows events() {
    return events;
  }

  /** Rows that show late and change for {@link ExampleConnectorType#LATENCY}. */
  public ExampleRows runs() {
    return runs;
  }

  /** A snapshot. */
  public ExampleTables tables() {
    return tables;
  }

  /** How it lets itself be asked. */
  public ExampleGate gate() {
    return gate;
  }

  /** What it says by itself. */
  public ExampleHints hints() {
    return hints;
  }

  /** How many connectors are open on it. */
  public int open() {
    return open.get();
  }

  /** The settings, as JSON, that connect to it. */
  public String settings() {
    return "{\"account\":\"%s\"}".formatted(name);
  }

  Instant now() {
    return clock.instant();
  }

  void opened(int change) {
    open.addAndGet(change);
  }

  ExampleStream stream(String stream) {
    return switch (stream) {
      case "events" -> events;
      case "runs" -> runs;
      case "tables" -> tables;
      case "account" -> signs;
      default -> throw ConnectorException.of(Category.NOT_FOUND, unknown(stream));
    };
  }

  private static String unknown(String stream) {
    return "example has no stream '" + stream + "'; it has events, runs, tables, account";
  }
}
