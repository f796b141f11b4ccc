// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asks a server over HTTP. Every answer is held to the description and kept, to be
 * searched for what must not be told.
 */
final class Visitor {
  /** Does not end by itself: it is not listened to here. */
  static final String EVENTS = "text/event-stream";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI origin;
  private final List<String> heard;
  private String cookie = "";
  private String proof = "";

  Visitor(URI origin, List<String> heard) {
    this.origin = origin;
    this.heard = heard;
  }

  /** An answer. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    JsonNode json() {
      return ApiDocument.json(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String tag() {
      return header("ETag");
    }
  }

  /** Comes in with what a session's cookie holds and its proof. */
  Visitor bearing(String newCookie, String newProof) {
    cookie = newCookie;
    proof = newProof;
    return this;
  }

  Answer signIn(String link) {
    Answer answer = send("POST", "/api/session", "{\"link\":\"" + link + "\"}", Map.of());
    if (answer.status() == 200) {
      bearing(
          answer.header("Set-Cookie").replaceFirst(";.*", ""),
          answer.json().path("csrf_token").asText());
    }
    return answer;
  }

  Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(origin.resolve(path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (body != null) {
      all.put("Content-Type", "application/json");
    }
    if (!cookie.isEmpty()) {
      all.put("Cookie", cookie);
    }
    if (!proof.isEmpty()) {
      all.put("X-CSRF-Token", proof);
    }
    all.putAll(headers);
    all.forEach(request::header);
    return checked(method, path, request.build());
  }

  private Answer checked(String method, String path, HttpRequest request) {
    try {
      HttpResponse<String> response = CLIENT.send(request, Visitor::body);
      heard.add(response.headers().map() + response.body());
      Served.DOCUMENT.check(method, path, response);
      return new Answer(response);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static BodySubscriber<String> body(ResponseInfo response) {
    boolean endless = response.headers().firstValue("Content-Type").equals(Optional.of(EVENTS));
    return endless
        ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), Visitor::left)
        : BodySubscribers.ofString(StandardCharsets.UTF_8);
  }

  private static String left(InputStream stream) {
    try (stream) {
      return "";
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Listens to events from where somebody was, or from now on. */
  Hearing hear(String path, String seen) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path));
    request.header("Cookie", cookie);
    if (!seen.isEmpty()) {
      request.header("Last-Event-ID", seen);
    }
    return new Hearing(CLIENT.send(request.build(), BodyHandlers.ofLines()).body());
  }

  static List<String> nothingHeard() {
    return Collections.synchronizedList(new ArrayList<>());
  }
}
