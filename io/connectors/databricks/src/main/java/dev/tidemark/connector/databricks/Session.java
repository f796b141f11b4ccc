// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidemark.authoring.ListingSession;
import dev.tidemark.authoring.Listings;
import dev.tidemark.http.Call;
import dev.tidemark.http.Conversation;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** The workspace during one fetch: it counts what is asked and what runs for it. For one thread. */
final class Session implements ListingSession {
  /** The unit a warehouse is charged in here. */
  static final String WAREHOUSE_SECONDS = "warehouse_seconds";

  private static final JsonMapper JSON = new JsonMapper();

  private final Platform platform;
  private final Conversation conversation;
  private final Instant now;
  private double seconds;

  /**
   * A session.
   *
   * @param now the upper bound of what is read
   */
  Session(Platform platform, Instant now) {
    this.platform = platform;
    this.conversation = platform.service().converse();
    this.now = now;
  }

  Platform platform() {
    return platform;
  }

  Scope scope() {
    return platform.scope();
  }

  Conversation conversation() {
    return conversation;
  }

  Instant now() {
    return now;
  }

  @Override
  public Listings listings() {
    return platform.listings();
  }

  /** A small answer as a whole. */
  JsonNode ask(Call call) {
    return json(conversation.send(call).body());
  }

  /** A warehouse ran that long for us. */
  void pay(Duration running) {
    seconds += running.toMillis() / 1e3;
  }

  @Override
  public long calls() {
    return conversation.calls();
  }

  @Override
  public Cost cost() {
    return seconds == 0 ? Cost.none() : Cost.of(WAREHOUSE_SECONDS, seconds);
  }

  /** JSON as a tree. */
  static JsonNode json(Bytes text) {
    try {
      return JSON.readTree(text.array());
    } catch (JsonProcessingException malformed) {
      throw ConnectorException.of(
          Category.DATA, "Databricks answered what is no JSON: it is tried again later");
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
