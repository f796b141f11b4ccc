// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Sends one request and waits for the head of its answer. Used once. */
final class Transmission {
  private final HttpService service;
  private final Endpoint endpoint;
  private final Conversation conversation;

  Transmission(HttpService service, Conversation conversation) {
    this.service = service;
    this.endpoint = service.endpoint();
    this.conversation = conversation;
  }

  OpenAnswer send(Call call, URI target) {
    Transport transport = service.transport();
    if (call.reach() != Reach.MACHINE) {
      new AddressGuard(endpoint.addresses(), transport::addresses).check(target);
    }
    String label = Labels.of(call.verb(), target);
    BodyStream body = new BodyStream(endpoint.limits().silence(), conversation::received);
    conversation.called();
    CompletableFuture<HttpResponse<InputStream>> answer =
        transport.client().sendAsync(request(call, target), info -> body);
    Runnable ending = () -> end(answer, body);
    service.began(ending);
    return new OpenAnswer(label, head(await(label, answer, ending)), body, ending, service);
  }

  private Head head(HttpResponse<InputStream> answer) {
    return new Head(answer.uri(), answer.statusCode(), answer.headers(), conversation.now());
  }

  private HttpResponse<InputStream> await(
      String label, CompletableFuture<HttpResponse<InputStream>> answer, Runnable ending) {
    try {
      return answer.get();
    } catch (InterruptedException interruption) {
      throw failed(ending, Faults.interrupted("waiting for " + label));
    } catch (CancellationException closed) {
      throw failed(ending, closed(label));
    } catch (ExecutionException failure) {
      Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
      throw failed(ending, service.isClosed() ? closed(label) : Faults.sending(label, cause));
    }
  }

  private static ConnectorException closed(String label) {
    return ConnectorException.of(Category.TRANSIENT, label + ": the connector was closed");
  }

  private ConnectorException failed(Runnable ending, ConnectorException failure) {
    ending.run();
    service.ended(ending);
    return failure;
  }

  private static void end(CompletableFuture<?> answer, BodyStream body) {
    answer.cancel(true);
    body.close();
  }

  private HttpRequest request(Call call, URI target) {
    try {
      return builder(call, target).build();
    } catch (IllegalArgumentException unsendable) {
      // Its message quotes the header or address, which may hold a secret.
      throw ConnectorException.of(
          Category.CONFIG,
          Labels.of(call.verb(), target)
              + " cannot be sent: are there line breaks in an option, such as a token's?");
    }
  }

  /** HTTP/2 only over TLS: the upgrade of an open connection confuses more than it helps. */
  private HttpRequest.Builder builder(Call call, URI target) {
    boolean encrypted = Origin.of(target).isEncrypted();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .version(encrypted ? Version.HTTP_2 : Version.HTTP_1_1)
            .timeout(endpoint.limits().patience())
            .method(call.verb().name(), publisher(call))
            .setHeader("Accept", "application/json")
            .setHeader("Accept-Encoding", Decoding.ACCEPTED)
            .setHeader("User-Agent", "tidemark");
    call.payload().ifPresent(payload -> request.setHeader("Content-Type", payload.contentType()));
    call.headers().forEach(request::setHeader);
    return request;
  }

  private static BodyPublisher publisher(Call call) {
    return call.payload()
        .map(payload -> BodyPublishers.ofByteArray(payload.content().array()))
        .orElseGet(BodyPublishers::noBody);
  }
}
