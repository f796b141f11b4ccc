// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.Discovery.DiscoveredStream;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is discovered is complete, stable and true of itself. */
final class Discovers implements Contract {
  private static final Set<String> TYPES =
      Set.of("string", "integer", "number", "boolean", "object", "array");
  private static final String UNKNOWN = "no-such-stream";

  @Override
  public String checks() {
    return "streams, fields and keys are complete and stable; an unknown stream is refused by name";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    try (Connector connector = candidate.open()) {
      Discovery discovery = connector.discover();
      stable(discovery, connector.discover(), findings);
      complete(candidate, discovery, findings);
      discovery.streams().forEach(stream -> stream(stream, findings));
      unknown(candidate, connector, findings);
    }
    findings.proved();
  }

  private static void stable(Discovery first, Discovery second, Findings findings) {
    if (!names(first).equals(names(second)) || !first.streams().equals(second.streams())) {
      findings.broken(
          "two calls discovered " + names(first) + " and " + names(second) + ", or other fields",
          "list streams and fields in an order that does not change");
    }
  }

  private static List<String> names(Discovery discovery) {
    return discovery.streams().stream().map(it -> it.description().name()).toList();
  }

  private static void complete(Candidate candidate, Discovery discovery, Findings findings) {
    List<String> found = names(discovery);
    for (StreamDescription stream : candidate.streams()) {
      if (!found.contains(stream.name())) {
        findings.broken(
            "stream " + stream.name() + " is declared and not discovered", "discover it as well");
      }
    }
    if (new HashSet<>(found).size() < found.size()) {
      findings.broken("discovered streams share a name: " + found, "give each a name of its own");
    }
  }

  private static void stream(DiscoveredStream stream, Findings findings) {
    String name = stream.description().name();
    Set<String> fields = new HashSet<>();
    for (Field field : stream.fields()) {
      if (!fields.add(field.name()) || !TYPES.contains(field.type()) || field.meaning().isBlank()) {
        findings.broken(
            "field " + field + " of stream " + name + " is there twice, of no JSON type, or bare",
            "give each field one of the types " + TYPES + " and a meaning");
      }
    }
    boolean single = stream.description().kind() == StreamKind.SNAPSHOT;
    if ((stream.primaryKey().isEmpty() && !single) || !fields.containsAll(stream.primaryKey())) {
      findings.broken(
          "the primary key of stream " + name + " is " + stream.primaryKey() + ", of " + fields,
          "name the fields that identify a record; none where a snapshot is one record");
    }
    cursor(stream, fields, findings);
  }

  private static void cursor(DiscoveredStream stream, Set<String> fields, Findings findings) {
    boolean named =
        stream.description().kind() == StreamKind.SNAPSHOT
            || fields.stream().anyMatch(field -> holds(stream.cursor(), field));
    if (stream.cursor().isBlank() || !named) {
      findings.broken(
          "the cursor of stream "
              + stream.description().name()
              + " is described as '"
              + stream.cursor()
              + "', which names no field of "
              + fields,
          "say by which field reading goes on, in which order, and what breaks ties");
    }
  }

  private static boolean holds(String text, String word) {
    return Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(text).find();
  }

  private static void unknown(Candidate candidate, Connector connector, Findings findings) {
    try {
      ReadPosition start = ReadPosition.at(Cursor.start());
      connector.fetch(new FetchRequest(UNKNOWN, start, candidate.now(), 1, 1));
      findings.broken("an unknown stream was read", "refuse it by category NOT_FOUND");
    } catch (ConnectorException refusal) {
      String message = String.valueOf(refusal.getMessage());
      if (refusal.category() != Category.NOT_FOUND || !namesAll(candidate, message)) {
        findings.broken(
            "an unknown stream was refused by " + refusal.category() + ": " + message,
            "refuse by NOT_FOUND, name the stream and the ones there are: Description.stream does");
      }
    }
  }

  private static boolean namesAll(Candidate candidate, String message) {
    return message.contains(UNKNOWN)
        && candidate.streams().stream().allMatch(stream -> message.contains(stream.name()));
  }
}
