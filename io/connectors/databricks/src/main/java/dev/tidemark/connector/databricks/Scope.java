// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Names;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What of the workspace is read, and how its tags are understood.
 *
 * @param catalogs those to read
 * @param history how far back a first pass goes
 * @param wakes whether a stopped warehouse may be started
 * @param lists what statements are told, by the name they have there
 */
record Scope(
    Names catalogs, Duration history, boolean wakes, List<String> production, Lists lists) {
  /** Lists of texts that statements take as parameters. */
  record Lists(
      List<String> workspaces,
      List<String> classes,
      List<String> sensitive,
      List<String> regulated,
      List<String> retention,
      List<String> cost) {
    List<String> of(String name) {
      return switch (name) {
        case "workspaces" -> workspaces;
        case "class_tags" -> classes;
        case "sensitive" -> sensitive;
        case "regulated" -> regulated;
        case "retention_tags" -> retention;
        case "cost_tags" -> cost;
        default -> throw new IllegalArgumentException("no list is called " + name);
      };
    }
  }

  static Scope of(Settings settings) {
    return new Scope(
        Names.matchingAnyCase(
            settings.require(DatabricksOptions.CATALOGS),
            settings.require(DatabricksOptions.EXCLUDED_CATALOGS)),
        settings.require(DatabricksOptions.HISTORY),
        settings.require(DatabricksOptions.WAKE),
        lower(settings.require(DatabricksOptions.PRODUCTION_ALIASES)),
        new Lists(
            settings.find(DatabricksOptions.WORKSPACES).orElse(List.of()),
            lower(settings.require(DatabricksOptions.CLASS_TAGS)),
            lower(settings.require(DatabricksOptions.SENSITIVE)),
            lower(settings.require(DatabricksOptions.REGULATED)),
            lower(settings.require(DatabricksOptions.RETENTION_TAGS)),
            settings.require(DatabricksOptions.COST_TAGS)));
  }

  private static List<String> lower(List<String> texts) {
    return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }
}
