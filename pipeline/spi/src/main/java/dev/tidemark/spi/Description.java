// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import dev.tidemark.spi.options.Options;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connector type as data.
 *
 * @param type one word; also folder, package, option prefix and metric label
 * @param summary what connecting it tells, in a sentence or two
 * @param authentication kinds of credential it accepts
 * @param budget requests it makes at most per credential
 * @param charges units in which a fetch may report what it cost beyond calls and bytes; none where
 *     its platform does not charge by use
 * @param fetchDeadline how long one fetch may take; null for the reader's own default
 */
public record Description(
    String type,
    String version,
    String title,
    String summary,
    List<String> authentication,
    Options options,
    List<StreamDescription> streams,
    Set<Capability> capabilities,
    Budget budget,
    List<ChargedUnit> charges,
    @Nullable Duration fetchDeadline) {
  public Description {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(budget, "budget");
    authentication = List.copyOf(authentication);
    streams = List.copyOf(streams);
    capabilities = Set.copyOf(capabilities);
    charges = List.copyOf(charges);
    if (fetchDeadline != null && (fetchDeadline.isNegative() || fetchDeadline.isZero())) {
      throw new IllegalArgumentException("a fetch may take some time, not " + fetchDeadline);
    }
  }

  /** A type whose platform does not charge by use and whose fetches take no unusual time. */
  public Description(
      String type,
      String version,
      String title,
      String summary,
      List<String> authentication,
      Options options,
      List<StreamDescription> streams,
      Set<Capability> capabilities,
      Budget budget) {
    this(
        type,
        version,
        title,
        summary,
        authentication,
        options,
        streams,
        capabilities,
        budget,
        List.of(),
        null);
  }

  /** The same, reporting its costs in these units. */
  public Description withCharges(ChargedUnit... units) {
    return with(List.of(units), fetchDeadline);
  }

  /** The same; a fetch that takes longer is interrupted, fails as TRANSIENT and is tried again. */
  public Description withFetchDeadline(Duration longest) {
    return with(charges, longest);
  }

  /** How long one fetch may take; empty for the reader's own default. */
  public Optional<Duration> deadline() {
    return Optional.ofNullable(fetchDeadline);
  }

  private Description with(List<ChargedUnit> units, @Nullable Duration longest) {
    return new Description(
        type,
        version,
        title,
        summary,
        authentication,
        options,
        streams,
        capabilities,
        budget,
        units,
        longest);
  }

  /** The stream of that name. */
  public StreamDescription stream(String name) {
    return streams.stream()
        .filter(stream -> stream.name().equals(name))
        .findFirst()
        .orElseThrow(() -> ConnectorException.of(Category.NOT_FOUND, unknown(name)));
  }

  private String unknown(String name) {
    List<String> known = streams.stream().map(StreamDescription::name).toList();
    return type + " has no stream '" + name + "'; it has " + String.join(", ", known);
  }
}
