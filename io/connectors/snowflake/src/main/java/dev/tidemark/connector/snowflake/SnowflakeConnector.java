// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Calls;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.Room;
import dev.tidemark.authoring.SourceStream;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.options.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** One account. Safe for use by several threads. */
final class SnowflakeConnector implements Connector {
  private static final Duration CHECK_PATIENCE = Duration.ofSeconds(4);

  /** One reads, the others wait for the session; a check has a session of its own. */
  private static final int MOST_AT_ONCE = 4;

  private final Account account;
  private final Settings settings;
  private final Scope scope;
  private final Warehouse warehouse;
  private final Sessions sessions;
  private final Visible visible = new Visible();
  private final KeptRows kept = new KeptRows(Room.shared());
  private final Calls calls;
  private final int pageSize;

  SnowflakeConnector(Settings settings) {
    this.account = Account.of(settings);
    this.settings = settings;
    this.scope = Scope.of(settings);
    this.warehouse =
        new Warehouse(
            account.warehouse(),
            settings.require(SnowflakeOptions.WAKE_INTERVAL),
            settings.require(SnowflakeOptions.AUTO_SUSPEND),
            Clock.systemUTC());
    this.sessions = new Sessions(account, dialler(Duration.ofDays(1)), warehouse);
    this.calls = new Calls("snowflake", account.name(), MOST_AT_ONCE, sessions);
    this.pageSize = settings.require(SnowflakeOptions.PAGE_SIZE);
  }

  @Override
  public Stratum stratum() {
    return account.stratum();
  }

  @Override
  public String budgetKey() {
    return account.stratum() + "/" + account.who();
  }

  /** Logs in anew and with less patience, so that it ends in time. */
  @Override
  public List<CheckResult> check() {
    return calls.run(
        () -> {
          try (Sessions fresh = new Sessions(account, dialler(CHECK_PATIENCE), warehouse)) {
            return new Check(account, fresh).results();
          }
        });
  }

  @Override
  public Discovery discover() {
    return calls.run(
        () -> {
          try (Session session = sessions.take()) {
            return new Survey(reading(session)).discovery();
          }
        });
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    SourceStream<Reading> stream = SnowflakeStreams.KNOWN.require(request.stream());
    if (!kept.hold(request.stream(), request.upper())) {
      warehouse.admit();
    }
    return calls.run(() -> fetch(stream, request));
  }

  @Override
  public void close() {
    calls.close();
    kept.close();
  }

  /** What does not fit any more is found out anew once: views and columns come and go. */
  private Fetched fetch(SourceStream<Reading> stream, FetchRequest request) {
    try (Session session = sessions.take()) {
      return stream.fetch(reading(session), PageDraft.of(request, session, pageSize));
    } catch (dev.tidemark.spi.ConnectorException failure) {
      visible.forgetAfter(failure);
      throw failure;
    }
  }

  private Reading reading(Session session) {
    return new Reading(session, visible, kept, scope, account.stratum().urn(), sessions.failures());
  }

  /** Makes sessions with at most this much patience. */
  private Dialler dialler(Duration most) {
    return new Dialler(
        account,
        shorter(settings.require(SnowflakeOptions.CONNECT_TIMEOUT), most),
        shorter(settings.require(SnowflakeOptions.STATEMENT_TIMEOUT), most));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
