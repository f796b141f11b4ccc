// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.options.Settings;
import dev.tidemark.testkit.InMemoryTokens;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A connector under examination and the account it is examined against.
 *
 * @param settings settings that connect to the account, as JSON holds them
 * @param seed of everything that is left to chance
 * @param tokens keeps what changes with use from one opening to the next
 */
public record Candidate(
    ConnectorType type, Stage stage, Map<String, Object> settings, long seed, TokenStore tokens) {
  public Candidate {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(tokens, "tokens");
    settings = Map.copyOf(settings);
  }

  /** With a store of its own for tokens. */
  public Candidate(ConnectorType type, Stage stage, Map<String, Object> settings, long seed) {
    this(type, stage, settings, seed, new InMemoryTokens());
  }

  /** With the account's own settings. */
  public static Candidate of(ConnectorType type, Stage stage, long seed) {
    return new Candidate(type, stage, stage.settings(), seed);
  }

  /** What the connector says of itself. */
  public Description description() {
    return type.description();
  }

  /** The streams the connector offers. */
  public List<StreamDescription> streams() {
    return description().streams();
  }

  /** Access to the account; the caller closes it. */
  public Connector open() {
    return open(settings);
  }

  /** Access with other settings; the caller closes it. */
  public Connector open(Map<String, Object> other) {
    return type.open(parse(other), tokens);
  }

  /** Settings parsed by the connector's options. */
  public Settings parse(Map<String, Object> raw) {
    return description().options().parse(raw);
  }

  /** The time at the source. */
  public Instant now() {
    return stage.clock().instant();
  }

  /** Moves the time at the source on, if the account lives by a clock that can be moved. */
  public boolean advance(Duration step) {
    if (stage.clock() instanceof VirtualClock clock) {
      clock.advance(step);
      return true;
    }
    return false;
  }

  /** Chance that follows from the seed, from its beginning. */
  public SplittableRandom random() {
    return new SplittableRandom(seed);
  }

  /** Whether the account lives at the vendor's. */
  public boolean isLive() {
    return stage.kind() == Stage.Kind.LIVE;
  }
}
