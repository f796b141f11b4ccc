// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.spi.Connector;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Whether a connector keeps what its last release promised: settings that worked still work, and
 * what was read is still there.
 */
final class Compatibility {
  private final Candidate candidate;
  private final Findings findings;

  Compatibility(Candidate candidate, Findings findings) {
    this.candidate = candidate;
    this.findings = findings;
  }

  void examine() {
    Release.last(candidate.type())
        .ifPresentOrElse(
            this::compare,
            () -> findings.leftOut("no earlier release to compare with: no " + Release.RESOURCE));
  }

  private void compare(JsonNode before) {
    JsonNode now = promise();
    options(before.path("options"), now.path("options"));
    before
        .path("streams")
        .properties()
        .forEach(stream -> stream(stream.getKey(), stream.getValue(), now.path("streams")));
  }

  private JsonNode promise() {
    try (Connector connector = candidate.open()) {
      return Release.of(candidate.description(), connector.discover());
    }
  }

  private void options(JsonNode before, JsonNode now) {
    Set<String> newlyRequired = texts(now.path("required"));
    newlyRequired.removeAll(texts(before.path("required")));
    if (!newlyRequired.isEmpty()) {
      broken("now requires " + newlyRequired, "give new options a default");
    }
    before.path("properties").properties().forEach(it -> option(it.getKey(), it.getValue(), now));
  }

  private void option(String name, JsonNode before, JsonNode options) {
    JsonNode now = options.path("properties").path(name);
    if (now.isMissingNode()) {
      broken("no longer takes the option " + name, "keep it, at least to say what replaces it");
      return;
    }
    Set<String> lost = texts(before.path("enum"));
    lost.removeAll(texts(now.path("enum")));
    if (!lost.isEmpty() && now.has("enum")) {
      broken("option " + name + " no longer takes " + lost, "keep every choice there was");
    }
  }

  private void stream(String name, JsonNode before, JsonNode streams) {
    JsonNode now = streams.path(name);
    if (now.isMissingNode()) {
      broken("no longer has the stream " + name, "keep it");
      return;
    }
    Set<String> lost = names(before.path("fields"));
    lost.removeAll(names(now.path("fields")));
    if (!lost.isEmpty()) {
      broken("stream " + name + " no longer has the fields " + lost, "keep them");
    }
  }

  private void broken(String seen, String fix) {
    findings.broken("compared with its last release, the connector " + seen, fix);
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).forEach(texts::add);
    return texts;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
