// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.estate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.maturity.score.Coordinate;
import dev.tidemark.model.Stratum;
import dev.tidemark.postgres.admin.EstateRegister.ReadPlatform;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The platforms of an organisation.
 *
 * @param shares of those that are part of the estate, by platform
 */
record PlatformList(
    SortedMap<String, ReadPlatform> read,
    SortedMap<String, RegisterEntry> declared,
    Map<String, Double> shares) {

  static PlatformList of(
      List<ReadPlatform> read, List<RegisterEntry> declared, Map<String, Double> shares) {
    SortedMap<String, ReadPlatform> platforms = new TreeMap<>();
    read.forEach(platform -> platforms.put(platform.stratum().urn(), platform));
    SortedMap<String, RegisterEntry> declarations = new TreeMap<>();
    declared.forEach(entry -> declarations.put(entry.stratum().urn(), entry));
    return new PlatformList(platforms, declarations, shares);
  }

  Stream<String> lines() {
    Table table = Table.of("PLATFORM", "SHARE", "MATERIALITY", "STATE", "READ BY");
    Table exempt = Table.of("NOT APPLICABLE", "PLATFORM", "SINCE", "BY", "REASON");
    names().filter(name -> !isEverything(name)).forEach(name -> row(table, name));
    declared.values().forEach(entry -> exemptions(exempt, entry));
    return Stream.concat(
        names().allMatch(PlatformList::isEverything)
            ? Stream.of("No platform is known yet. Add a connector with 'tidemark connector add'.")
            : table.lines(),
        exempt.lines());
  }

  JsonNode facts() {
    ArrayNode facts = Output.JSON.createArrayNode();
    names()
        .forEach(
            name -> {
              RegisterEntry entry = entry(name);
              ObjectNode node = facts.addObject().put("platform", name).put("state", state(name));
              node.put("share", shares.getOrDefault(name, 0d));
              node.put("materiality", entry.materiality());
              ArrayNode connectors = node.putArray("connectors");
              connectors(name).forEach(connectors::add);
              ReadPlatform known = read.get(name);
              node.put(
                  "complete_through",
                  known == null || known.completeThrough() == null
                      ? null
                      : known.completeThrough().toString());
              ObjectNode exempt = node.putObject("not_applicable");
              entry
                  .notApplicable()
                  .forEach(
                      (indicator, why) ->
                          exempt
                              .putObject(indicator)
                              .put("from", why.from().toString())
                              .put("reason", why.reason())
                              .put("actor", why.actor()));
            });
    return facts;
  }

  private void row(Table table, String name) {
    Double materiality = entry(name).materiality();
    table.row(
        name,
        String.format(Locale.ROOT, "%.1f%%", 100 * shares.getOrDefault(name, 0d)),
        materiality == null ? "-" : materiality,
        state(name),
        String.join(", ", connectors(name)));
  }

  private static void exemptions(Table table, RegisterEntry entry) {
    String place = entry.stratum().urn();
    new TreeMap<>(entry.notApplicable())
        .forEach(
            (indicator, why) ->
                table.row(
                    indicator,
                    isEverything(place) ? "everywhere" : place,
                    why.from(),
                    why.actor(),
                    why.reason()));
  }

  private Stream<String> names() {
    return Stream.concat(read.keySet().stream(), declared.keySet().stream()).distinct().sorted();
  }

  private RegisterEntry entry(String name) {
    RegisterEntry entry = declared.get(name);
    return entry == null ? RegisterEntry.undeclared(new Stratum(name)) : entry;
  }

  private List<String> connectors(String name) {
    ReadPlatform platform = read.get(name);
    return platform == null ? List.of() : platform.connectors();
  }

  private String state(String name) {
    if (isEverything(name)) {
      return "everywhere";
    }
    if (entry(name).retired()) {
      return "retired";
    }
    if (!read.containsKey(name)) {
      return "never connected";
    }
    return connectors(name).isEmpty() ? "connector removed" : "connected";
  }

  private static boolean isEverything(String name) {
    return name.equals(Coordinate.EVERYWHERE);
  }
}
