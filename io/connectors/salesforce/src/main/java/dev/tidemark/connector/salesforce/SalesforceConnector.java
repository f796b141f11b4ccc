// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.SourceStream;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.util.List;

/** One organisation. Safe for use by several threads. */
final class SalesforceConnector implements Connector {
  private static final Duration CHECK_PATIENCE = Duration.ofSeconds(3);

  /** So that no page takes long. */
  private static final long CALLS_OF_A_PAGE = 60;

  private final Stratum stratum;
  private final Organisation organisation;
  private final int pageSize;

  SalesforceConnector(Settings settings, TokenStore tokens) {
    this.stratum = Organisation.stratum(settings);
    this.organisation = Organisation.of(settings, tokens);
    this.pageSize = settings.require(SalesforceOptions.PAGE_SIZE);
  }

  @Override
  public Stratum stratum() {
    return stratum;
  }

  /** The vendor counts requests per organisation, whoever makes them. */
  @Override
  public String budgetKey() {
    return stratum.urn();
  }

  @Override
  public List<CheckResult> check() {
    try (Organisation hurried = organisation.within(CHECK_PATIENCE)) {
      return new Check(hurried).results();
    }
  }

  @Override
  public Discovery discover() {
    Session session = organisation.session();
    return new Discovery(SalesforceStreams.ALL.discovered(), Inventory.discovered(session));
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    SourceStream<Session> stream = SalesforceStreams.ALL.require(request.stream());
    Session session = organisation.session();
    try {
      session.identity();
      return stream.fetch(session, draft(request, session));
    } catch (ConnectorException failure) {
      throw failure.costing(session.cost());
    }
  }

  private PageDraft draft(FetchRequest request, Session session) {
    return PageDraft.of(request, session, pageSize).endingAfter(CALLS_OF_A_PAGE);
  }

  @Override
  public void close() {
    organisation.close();
  }
}
