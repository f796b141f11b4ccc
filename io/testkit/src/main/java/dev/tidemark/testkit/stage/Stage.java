// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An account a connector is examined against. One contract uses it at a time; closing it takes away
 * what was started for it.
 *
 * <p>A fake implements the kinds of {@link Scenes} it can play, or hands over objects that do. What
 * the nature of its platform forbids it names in {@link #unplayable}; what it neither plays nor
 * names counts as missing. An account at the vendor's plays nothing.
 */
public interface Stage extends AutoCloseable {
  /** Where the account lives. */
  enum Kind {
    /** In this process, made for tests: everything may be done to it. */
    FAKE,
    /** At the vendor's: it is only read. */
    LIVE
  }

  /** Where the account lives. */
  Kind kind();

  /** Settings that connect to it, as JSON holds them. */
  Map<String, Object> settings();

  /**
   * Settings that connect to it as well: one for each further way to say who is asking, so that
   * every secret option is given in one of them.
   */
  default List<Map<String, Object>> alternatives() {
    return List.of();
  }

  /** Texts besides the values of secret options that must never show, such as tokens it issues. */
  default Set<String> canaries() {
    return Set.of();
  }

  /**
   * The time at the source. Where it is a {@link dev.tidemark.testkit.VirtualClock}, contracts move
   * it on.
   */
  default InstantSource clock() {
    return Clock.systemUTC();
  }

  /** What plays scenes beside itself; the first that plays a kind is asked for it. */
  default List<?> parts() {
    return List.of();
  }

  /** The scenes of a kind, if it or one of its parts plays them. */
  default <S extends Scenes> Optional<S> scenes(Class<S> kind) {
    return Stream.concat(Stream.of(this), parts().stream())
        .filter(kind::isInstance)
        .findFirst()
        .map(kind::cast);
  }

  /** The kinds of scenes that make no sense on this platform, each with the reason in a clause. */
  default Map<Class<? extends Scenes>, String> unplayable() {
    return Map.of();
  }

  @Override
  void close();
}
