// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Calls;
import dev.tidemark.authoring.Names;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.SourceStream;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One server. Safe for use by several threads. */
final class PostgresqlConnector implements Connector {
  private static final Duration CHECK_PATIENCE = Duration.ofSeconds(3);
  private static final Duration NO_LIMIT = Duration.ofDays(1);

  private final Account account;
  private final Settings settings;
  private final Server server;
  private final Calls calls;
  private final int pageSize;

  private PostgresqlConnector(Account account, Settings settings) {
    this.account = account;
    this.settings = settings;
    this.server = server(NO_LIMIT);
    this.calls =
        new Calls("postgresql", account.hostAndPort(), Sessions.MOST_OPEN, server.sessions());
    this.pageSize = settings.require(PostgresqlOptions.PAGE_SIZE);
  }

  static PostgresqlConnector of(Settings settings) {
    return new PostgresqlConnector(AccountReader.read(settings), settings);
  }

  @Override
  public Stratum stratum() {
    return settings
        .find(PostgresqlOptions.IDENTITY)
        .map(name -> new Stratum("postgres://" + name.toLowerCase(Locale.ROOT)))
        .orElseGet(account::stratum);
  }

  @Override
  public String budgetKey() {
    return account.stratum() + "/" + account.user();
  }

  /** Connects anew and with less patience, so that it ends in time. */
  @Override
  public List<CheckResult> check() {
    return calls.run(
        () -> {
          Server fresh = server(CHECK_PATIENCE);
          try (Sessions sessions = fresh.sessions()) {
            return new Check(fresh, sessions.failures()).results();
          }
        });
  }

  @Override
  public Discovery discover() {
    return calls.run(() -> new Survey(server).discovery());
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    SourceStream<Visit> stream = PostgresqlStreams.ALL.require(request.stream());
    Visit visit = new Visit(server);
    return calls.run(() -> stream.fetch(visit, PageDraft.of(request, visit, pageSize)));
  }

  @Override
  public void close() {
    calls.close();
  }

  /** A server on connections of its own, with at most this much patience. */
  private Server server(Duration most) {
    Dialler dialler =
        new Dialler(
            account,
            shorter(settings.require(PostgresqlOptions.CONNECT_TIMEOUT), most),
            shorter(settings.require(PostgresqlOptions.STATEMENT_TIMEOUT), most));
    return new Server(new Sessions(account, dialler), new Databases(names()));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Names names() {
    return Names.matching(
        settings.require(PostgresqlOptions.DATABASES),
        settings.find(PostgresqlOptions.EXCLUDED).orElse(List.of()));
  }
}
