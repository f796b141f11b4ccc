// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The subscriptions of one tenant. Safe for use by several threads. */
final class AzureConnector implements Connector {
  /** Requests after which a page ends, so that none takes long. */
  private static final long CALLS_OF_A_PAGE = 100;

  private static final Duration CHECK_PATIENCE = Duration.ofSeconds(3);

  private final Tenant tenant;
  private final Platform platform;
  private final int pageSize;

  private AzureConnector(Tenant tenant) {
    this.tenant = tenant;
    this.platform = Platform.of(tenant);
    this.pageSize = tenant.settings().require(AzureOptions.PAGE_SIZE);
  }

  /**
   * A connector; nothing is asked yet.
   *
   * @param environment variables of this process, in which the machine may name its identity
   */
  static AzureConnector of(Settings settings, Map<String, String> environment) {
    return new AzureConnector(Tenant.of(settings, environment));
  }

  @Override
  public Stratum stratum() {
    return tenant.stratum();
  }

  /** The vendor counts requests by who makes them, in each subscription. */
  @Override
  public String budgetKey() {
    return tenant.stratum().urn();
  }

  /** Connects anew and with less patience, so that it ends in time. */
  @Override
  public List<CheckResult> check() {
    try (Platform hurried = Platform.of(tenant.within(CHECK_PATIENCE))) {
      return new Check(new Session(hurried, Instant.now())).results();
    }
  }

  @Override
  public Discovery discover() {
    return new Survey(new Session(platform, Instant.now())).discovery();
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    SourceStream<Session> stream = AzureStreams.ALL.require(request.stream());
    Session session = new Session(platform, request.upper());
    return stream.fetch(
        session, PageDraft.of(request, session, pageSize).endingAfter(CALLS_OF_A_PAGE));
  }

  @Override
  public void close() {
    platform.close();
  }
}
