// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.SourceStream;
import dev.tidemark.http.HttpService;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One workspace. Safe for use by several threads. */
final class DatabricksConnector implements Connector {
  /** Requests after which a page of a listing ends, so that none takes long. */
  private static final int CALLS_OF_A_PAGE = 200;

  private static final Duration CHECK_PATIENCE = Duration.ofSeconds(3);

  private final Account account;
  private final Platform platform;
  private final int pageSize;

  private DatabricksConnector(Account account) {
    this.account = account;
    this.platform = Platform.of(account, account.open());
    this.pageSize = account.settings().require(DatabricksOptions.PAGE_SIZE);
  }

  static DatabricksConnector of(Settings settings) {
    return new DatabricksConnector(new Account(settings));
  }

  @Override
  public Stratum stratum() {
    return account.stratum();
  }

  @Override
  public String budgetKey() {
    return account.budgetKey();
  }

  /** Connects anew and with less patience, so that it ends in time. */
  @Override
  public List<CheckResult> check() {
    HttpService hurried = account.open(CHECK_PATIENCE);
    try (Platform fresh = Platform.of(account, hurried)) {
      return new Check(new Session(fresh, Instant.now())).results();
    }
  }

  @Override
  public Discovery discover() {
    return new Survey(new Session(platform, Instant.now())).discovery();
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    SourceStream<Session> stream = DatabricksStreams.ALL.require(request.stream());
    Session session = new Session(platform, request.upper());
    try {
      return stream.fetch(
          session, PageDraft.of(request, session, pageSize).endingAfter(CALLS_OF_A_PAGE));
    } catch (ConnectorException failure) {
      throw failure.costing(session.cost());
    }
  }

  @Override
  public void close() {
    platform.close();
  }
}
