// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Calls;
import dev.tidemark.authoring.Listings;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.SourceStream;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.Hints;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One account. Safe for use by several threads. */
final class AwsConnector implements Connector {
  static final int MOST_AT_ONCE = 4;

  /** One more, which may be listening. */
  private static final int THREADS = MOST_AT_ONCE + 1;

  /** Requests after which a page ends, so that none takes long. */
  private static final int CALLS_OF_A_PAGE = 100;

  private static final int ATTEMPTS = 2;
  private static final Duration CHECK_PATIENCE = Duration.ofSeconds(3);

  private final Account account;
  private final Settings settings;
  private final Platform platform;
  private final Calls calls;
  private final int pageSize;
  private final @Nullable QueueHints hints;

  private AwsConnector(Account account, Settings settings) {
    this.account = account;
    this.settings = settings;
    Clients clients = new Clients(account, ATTEMPTS);
    this.platform = new Platform(account, clients, Scope.of(settings), new Listings());
    this.calls = calls(account, clients);
    this.pageSize = settings.require(AwsOptions.PAGE_SIZE);
    EventQueue queue = platform.scope().events();
    this.hints = queue == null ? null : new QueueHints(queue, platform, calls);
  }

  static AwsConnector of(Settings settings) {
    return new AwsConnector(Account.of(settings), settings);
  }

  @Override
  public Stratum stratum() {
    return account.stratum();
  }

  /** The services count requests per account and region, whoever makes them. */
  @Override
  public String budgetKey() {
    return account.stratum().urn();
  }

  /** Connects anew and with less patience, so that it ends in time. */
  @Override
  public List<CheckResult> check() {
    Account impatient = account.within(CHECK_PATIENCE);
    try (Clients clients = new Clients(impatient, 1);
        Calls fresh = calls(account, clients)) {
      Platform hurried = new Platform(impatient, clients, Scope.of(settings), new Listings());
      return new Check(hurried, fresh).results();
    }
  }

  @Override
  public Discovery discover() {
    return calls.run(() -> new Survey(session(Instant.now())).discovery());
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    SourceStream<Session> stream = AwsStreams.ALL.require(request.stream());
    return calls.run(() -> page(stream, request));
  }

  @Override
  public Optional<Hints> hints() {
    return Optional.ofNullable(hints);
  }

  @Override
  public void close() {
    calls.close();
    platform.clients().close();
  }

  private Fetched page(SourceStream<Session> stream, FetchRequest request) {
    Session session = session(request.upper());
    try {
      return stream.fetch(session, draft(request, session));
    } catch (ConnectorException failure) {
      throw failure.costing(session.cost());
    }
  }

  private PageDraft draft(FetchRequest request, Session session) {
    return PageDraft.of(request, session, pageSize).endingAfter(CALLS_OF_A_PAGE);
  }

  private static Calls calls(Account account, Clients clients) {
    return new Calls("aws", "account " + account.number(), THREADS, clients.connections());
  }

  private Session session(Instant now) {
    account.verify();
    return new Session(platform, now);
  }
}
