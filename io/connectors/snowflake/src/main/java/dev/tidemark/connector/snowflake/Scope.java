// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Names;
import dev.tidemark.spi.options.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the settings say about which objects are meant and what they are worth. Normalisation knows
 * no settings, so what follows from them is written into records as they are read.
 *
 * @param read databases whose tables count
 * @param production databases that are production
 * @param creditPrice US dollars a credit costs, if told
 */
record Scope(
    Names read,
    Names production,
    List<String> classTags,
    List<String> certifiedTags,
    List<String> costTags,
    Optional<BigDecimal> creditPrice,
    Duration history) {
  static Scope of(Settings settings) {
    return new Scope(
        Names.matchingAnyCase(
            settings.require(SnowflakeOptions.DATABASES),
            settings.find(SnowflakeOptions.EXCLUDED).orElse(List.of())),
        Names.matchingAnyCase(settings.require(SnowflakeOptions.PRODUCTION), List.of()),
        settings.require(SnowflakeOptions.CLASS_TAGS),
        settings.require(SnowflakeOptions.CERTIFIED_TAGS),
        settings.require(SnowflakeOptions.COST_TAGS),
        settings.find(SnowflakeOptions.CREDIT_PRICE).map(BigDecimal::new),
        settings.require(SnowflakeOptions.HISTORY));
  }

  /** Whether a record of that database is wanted; one without a database is. */
  boolean wants(ObjectNode record, String field) {
    return !record.path(field).isTextual() || read.contains(record.path(field).textValue());
  }

  /**
   * Writes down whether the record's database is production's; the record is wanted in any case.
   */
  boolean environment(ObjectNode record, String field) {
    if (record.path(field).isTextual()) {
      boolean productive = production.contains(record.path(field).textValue());
      record.put("environment", productive ? "production" : "other");
    }
    return true;
  }

  /** Texts of the lists that statements name. */
  List<String> list(String name) {
    return switch (name) {
      case "class-tags" -> classTags;
      case "certified-tags" -> certifiedTags;
      case "cost-tags" -> costTags;
      case "tags" ->
          java.util.stream.Stream.concat(classTags.stream(), certifiedTags.stream()).toList();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
