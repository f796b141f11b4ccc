// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.postgres.admin.ConnectorEntry;
import dev.tidemark.postgres.admin.Status.ConnectorStatus;
import dev.tidemark.spi.ledger.ConnectorSettings;
import dev.tidemark.spi.options.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Connectors as they are answered. */
final class ConnectorJson {
  private ConnectorJson() {}

  /** What is configured, without what it connects with; changes exactly with the version. */
  static ObjectNode entry(ConnectorEntry entry) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", entry.id().toString())
            .put("organisation", entry.organisation().toString())
            .put("type", entry.type())
            .put("name", entry.name())
            .put("status", entry.status())
            .put("created_at", entry.createdAt().toString());
    node.set("streams", Texts.sorted(entry.streams()));
    ObjectNode intervals = node.putObject("intervals");
    new TreeMap<>(entry.intervals())
        .forEach(
            (stream, interval) ->
                intervals.put(stream.isEmpty() ? ConnectorBody.ALL : stream, interval.toString()));
    ObjectNode budget = node.putObject("budget");
    entry.budget().amounts().forEach((unit, amount) -> budget.put(unit.name(), amount));
    return node;
  }

  /** The tag of a version. */
  static String tag(ConnectorEntry entry) {
    return "\"v" + entry.version() + "\"";
  }

  /** How reading goes. */
  static JsonNode status(ConnectorStatus status) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", status.id().toString())
        .put("name", status.name())
        .put("type", status.type())
        .put("status", status.status())
        .put("state", status.state())
        .put("streams", status.streams())
        .put("failing", status.failing())
        .put("out_of_sync", status.outOfSync())
        .put("last_sync", Texts.of(status.lastSync()))
        .put("complete_through", Texts.of(status.completeThrough()))
        .put("failing_since", Texts.of(status.failingSince()))
        .put("failure", status.failure());
  }

  /** What it connects with: values that are no secret, and of secrets the names alone. */
  static JsonNode settings(ConnectorSettings stored, Types types) {
    Set<String> plain =
        types.find(stored.type()).stream()
            .flatMap(type -> type.description().options().all().stream())
            .filter(option -> !option.isSecret())
            .map(Option::name)
            .collect(Collectors.toSet());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode settings = answer.putObject("settings");
    List<String> secrets = new ArrayList<>();
    Texts.parsed(stored.settings().reveal())
        .properties()
        .forEach(
            it -> {
              if (plain.contains(it.getKey())) {
                settings.set(it.getKey(), it.getValue());
              } else {
                secrets.add(it.getKey());
              }
            });
    answer.set("secrets", Texts.sorted(secrets));
    return answer;
  }

  /** The version a tag names. */
  static Optional<Long> version(String tag) {
    return tag.matches("\"v\\d{1,18}\"")
        ? Optional.of(Long.valueOf(tag.substring(2, tag.length() - 1)))
        : Optional.empty();
  }
}
