// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import dev.tidemark.spi.options.Options;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A connector type as data.
 *
 * @param type one word; also folder, package, option prefix and metric label
 * @param summary what connecting it tells, in a sentence or two
 * @param authentication kinds of credential it accepts
 * @param budget requests it makes at most per credential
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
    Budget budget) {
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
