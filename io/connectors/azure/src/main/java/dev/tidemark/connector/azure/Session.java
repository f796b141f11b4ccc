// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidemark.authoring.ListingSession;
import dev.tidemark.authoring.Listings;
import dev.tidemark.http.Call;
import dev.tidemark.http.Conversation;
import dev.tidemark.http.HttpService;
import dev.tidemark.http.PagedReader;
import dev.tidemark.http.Paging;
import dev.tidemark.http.Payload;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The tenant during one fetch: it counts what is asked. For one thread. */
final class Session implements ListingSession {
  private static final JsonMapper JSON = new JsonMapper();

  private final Platform platform;
  private final Instant now;
  private final Map<HttpService, Conversation> conversations = new HashMap<>();

  /**
   * A session.
   *
   * @param now the upper bound of what is read
   */
  Session(Platform platform, Instant now) {
    this.platform = platform;
    this.now = now;
  }

  Platform platform() {
    return platform;
  }

  Scope scope() {
    return platform.scope();
  }

  Instant now() {
    return now;
  }

  @Override
  public Listings listings() {
    return platform.listings();
  }

  /** The calls to one service. */
  Conversation with(HttpService service) {
    return conversations.computeIfAbsent(service, HttpService::converse);
  }

  Conversation manager() {
    return with(platform.manager());
  }

  /** A small answer as a whole. */
  JsonNode get(Api api, String path) {
    return json(manager().send(api.get(path)).body());
  }

  /** The answer to a question that is an object. */
  JsonNode post(Api api, String path, JsonNode question) {
    Call call =
        Call.post(path, Payload.json(question.toString())).query("api-version", api.version());
    return json(manager().send(call).body());
  }

  /** A listing, page by page to its end. */
  List<JsonNode> list(Api api, String path) {
    return list(api.get(path));
  }

  List<JsonNode> list(Call call) {
    List<JsonNode> found = new ArrayList<>();
    new PagedReader(call, Paging.nextLink("/nextLink"), "/value")
        .forEach(manager(), it -> found.add(json(it)));
    return found;
  }

  /** What several pages of a pass ask for, asked once. */
  <T> List<T> shared(String name, Supplier<List<T>> read) {
    return platform.shared().get(new Listings.Name("shared", name, now), read);
  }

  @Override
  public long calls() {
    return conversations.values().stream().mapToLong(Conversation::calls).sum();
  }

  /** Reading the Resource Manager costs nothing beyond calls. */
  @Override
  public Cost cost() {
    return Cost.none();
  }

  /** JSON as a tree. */
  static JsonNode json(Bytes text) {
    try {
      return JSON.readTree(text.array());
    } catch (JsonProcessingException malformed) {
      throw ConnectorException.of(
          Category.DATA, "Azure answered what is no JSON: it is tried again later");
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
