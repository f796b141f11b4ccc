// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet;

import dev.tidemark.http.Authentication;
import dev.tidemark.http.Call;
import dev.tidemark.http.Dialect;
import dev.tidemark.http.Endpoint;
import dev.tidemark.http.HttpOptions;
import dev.tidemark.http.HttpService;
import dev.tidemark.http.Limits;
import dev.tidemark.http.Payload;
import dev.tidemark.spi.options.Settings;
import java.net.URI;
import java.time.Duration;

/** One address that is posted to; any answer of the class 2xx accepts. Calls block. */
public final class HttpReceiver implements AutoCloseable {
  private static final long ANSWER_BYTES = 1 << 20;

  private final String target;
  private final HttpService service;

  /**
   * Nothing is sent yet.
   *
   * @param settings whether private addresses are allowed
   * @param patience how long it may take to answer
   * @param dialect what its refusals mean
   */
  public HttpReceiver(
      URI address,
      Settings settings,
      Duration patience,
      Authentication authentication,
      Dialect dialect) {
    target = target(address);
    service =
        Endpoint.at(address.resolve("/"))
            .authenticatedBy(authentication)
            .withAddresses(HttpOptions.addresses(settings))
            .within(Limits.standard().withPatience(patience).withAnswerBytes(ANSWER_BYTES))
            .speaking(dialect.named("the receiver"))
            .open();
  }

  private static String target(URI address) {
    String query = address.getRawQuery();
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    return query == null ? path : path + "?" + query;
  }

  /** A call that posts this, not sent yet. */
  public Call post(Payload payload) {
    return Call.post(target, payload);
  }

  /**
   * Sends it.
   *
   * @throws dev.tidemark.spi.ConnectorException if it is not accepted
   */
  public void send(Call call) {
    service.converse().send(call);
  }

  @Override
  public void close() {
    service.close();
  }
}
