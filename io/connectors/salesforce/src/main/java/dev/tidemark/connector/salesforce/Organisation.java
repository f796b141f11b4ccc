// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.authoring.Listings;
import dev.tidemark.authoring.Names;
import dev.tidemark.http.Authentication;
import dev.tidemark.http.Conversation;
import dev.tidemark.http.Endpoint;
import dev.tidemark.http.HttpOptions;
import dev.tidemark.http.HttpService;
import dev.tidemark.http.Limits;
import dev.tidemark.http.Token;
import dev.tidemark.http.TokenSource;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.options.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One organisation as it is reached. What it says of itself once (release, user, hidden fields) is
 * kept while it is open. For several threads.
 */
final class Organisation implements AutoCloseable {
  private final Settings settings;
  private final TokenSource tokens;
  private final HttpService service;
  private final Allocation allocation;
  private final Listings listings = new Listings();
  private final People people = new People();
  private final EventLogs eventLogs;
  private final BulkJobs bulkJobs;
  private final Set<String> hidden = ConcurrentHashMap.newKeySet();
  private volatile @Nullable ApiVersion version;

  private Organisation(Settings settings, TokenSource tokens, Limits limits) {
    this.settings = settings;
    this.tokens = tokens;
    this.allocation = new Allocation(settings.require(SalesforceOptions.ALLOCATION_SHARE));
    this.eventLogs = new EventLogs(settings.require(SalesforceOptions.EVENT_LOG_INTERVAL));
    this.bulkJobs =
        new BulkJobs(
            settings.require(SalesforceOptions.BULK_THRESHOLD),
            settings.require(SalesforceOptions.BULK_PATIENCE));
    this.service =
        Endpoint.at(address(settings))
            .authenticatedBy(Authentication.token(tokens))
            .withAddresses(HttpOptions.addresses(settings))
            .within(limits)
            .speaking(Failures.dialect())
            .open();
  }

  static Organisation of(Settings settings, TokenStore tokens) {
    Limits limits = HttpOptions.limits(settings);
    return new Organisation(settings, Credential.of(settings, tokens), limits);
  }

  /** The same organisation, reached with less patience. */
  Organisation within(Duration patience) {
    return new Organisation(settings, tokens, Limits.standard().withPatience(patience));
  }

  private static URI address(Settings settings) {
    return settings.require(SalesforceOptions.ADDRESS);
  }

  static Stratum stratum(Settings settings) {
    URI address = address(settings);
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return new Stratum("salesforce://" + address.getHost().toLowerCase(Locale.ROOT) + port);
  }

  /** Begins a fetch. */
  Session session() {
    allocation.requireRoom(java.time.Instant.now());
    return new Session(this, service.converse());
  }

  /** The release that is spoken, negotiated once. */
  ApiVersion version(Conversation conversation) {
    ApiVersion known = version;
    if (known == null) {
      known = ApiVersion.negotiated(conversation);
      version = known;
    }
    return known;
  }

  /**
   * Who asks: the organisation's and the user's identifier.
   *
   * @throws ConnectorException of category CONFIG where the token is for another address
   */
  Identity identity(Conversation conversation) {
    Token token = tokens.current(conversation);
    String instance = token.field("instance_url").orElse("");
    URI here = address(settings);
    if (!instance.isEmpty() && !isAt(here, URI.create(instance))) {
      throw ConnectorException.of(
          Category.CONFIG,
          "the organisation's address is "
              + instance
              + " and not "
              + here
              + ": correct the option address");
    }
    return Identity.of(token.field("id").orElse(""));
  }

  private static boolean isAt(URI here, URI instance) {
    return here.getAuthority().equalsIgnoreCase(instance.getAuthority());
  }

  Allocation allocation() {
    return allocation;
  }

  Listings listings() {
    return listings;
  }

  People people() {
    return people;
  }

  BulkJobs bulkJobs() {
    return bulkJobs;
  }

  EventLogs eventLogs() {
    return eventLogs;
  }

  /** Fields, as {@code User.Department}, the user may not see. */
  Set<String> hidden() {
    return hidden;
  }

  Names names() {
    return Names.matching(
        settings.require(SalesforceOptions.OBJECTS),
        settings.find(SalesforceOptions.EXCLUDED_OBJECTS).orElse(List.of()));
  }

  Duration history() {
    return settings.require(SalesforceOptions.HISTORY);
  }

  @Override
  public void close() {
    service.close();
  }
}
