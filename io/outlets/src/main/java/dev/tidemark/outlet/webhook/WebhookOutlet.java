// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.webhook;

import dev.tidemark.http.Authentication;
import dev.tidemark.http.Call;
import dev.tidemark.http.Dialect;
import dev.tidemark.http.Payload;
import dev.tidemark.model.Bytes;
import dev.tidemark.outlet.CloudEvents;
import dev.tidemark.outlet.HttpReceiver;
import dev.tidemark.outlet.Outlet;
import dev.tidemark.outlet.OutletEvent;
import dev.tidemark.outlet.OutletGoneException;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Settings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Posts one event at a time; any answer of the class 2xx accepts it. */
final class WebhookOutlet implements Outlet {
  private static final int GONE = 410;

  private final URI address;
  private final WebhookSignature signature;
  private final HttpReceiver receiver;

  WebhookOutlet(Settings settings) {
    address = settings.require(WebhookType.ADDRESS);
    signature =
        new WebhookSignature(
            Stream.of(
                    Optional.of(settings.require(WebhookType.SECRET)),
                    settings.find(WebhookType.PREVIOUS_SECRET))
                .flatMap(Optional::stream)
                .toList());
    receiver =
        new HttpReceiver(
            address,
            settings,
            settings.require(WebhookType.REQUEST_TIMEOUT),
            Authentication.none(),
            dialect());
  }

  @Override
  public int most() {
    return 1;
  }

  @Override
  public void tell(List<OutletEvent> events) {
    events.forEach(this::post);
  }

  private void post(OutletEvent event) {
    byte[] body = CloudEvents.json(event);
    String id = event.id().toString();
    long seconds = Instant.now().getEpochSecond();
    Call call =
        receiver
            .post(new Payload(CloudEvents.CONTENT_TYPE, Bytes.wrap(body)))
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(seconds))
            .header("webhook-signature", signature.of(id, seconds, body));
    try {
      receiver.send(call);
    } catch (ConnectorException failure) {
      throw withoutPath(failure);
    }
  }

  /** Whoever knows the path of a webhook may be able to use it. */
  private ConnectorException withoutPath(ConnectorException failure) {
    String path = address.getRawPath();
    String told = String.valueOf(failure.getMessage());
    String message = path.length() > 1 ? told.replace(path, "/***") : told;
    return failure
        .retryAfter()
        .map(until -> ConnectorException.rateLimited(message, until))
        .orElseGet(() -> ConnectorException.of(failure.category(), message));
  }

  private Dialect dialect() {
    return Dialect.standard()
        .withRule(
            failure -> {
              if (failure.head().status() == GONE) {
                throw new OutletGoneException(
                    address.getHost()
                        + " answered 410: it wants no more events. Correct or remove the outlet, or"
                        + " resume it.");
              }
              return Optional.empty();
            });
  }

  @Override
  public void close() {
    receiver.close();
  }
}
