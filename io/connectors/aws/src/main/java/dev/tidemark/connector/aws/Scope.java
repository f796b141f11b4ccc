// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Names;
import dev.tidemark.authoring.TagReader;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of the account is read, and how its tags are understood.
 *
 * @param buckets those to read
 * @param listed those whose objects are listed
 * @param inventoried those whose objects are counted from an inventory, if there is one
 * @param events where notifications of those arrive; null where none do
 * @param history how far back a first pass goes
 * @param warehouses databases of Redshift, each once
 * @param login how they are asked, and as whom
 * @param services users of Redshift that are programs
 */
record Scope(
    Names buckets,
    Names listed,
    Names inventoried,
    @Nullable EventQueue events,
    TagReader tags,
    Duration history,
    List<Warehouse> warehouses,
    WarehouseLogin login,
    Names services) {
  static Scope of(Settings settings) {
    List<String> excluded = settings.find(AwsOptions.EXCLUDED_BUCKETS).orElse(List.of());
    return new Scope(
        Names.matching(settings.require(AwsOptions.BUCKETS), excluded),
        Names.matching(settings.find(AwsOptions.LISTED_BUCKETS).orElse(List.of()), excluded),
        Names.matching(settings.find(AwsOptions.INVENTORIED_BUCKETS).orElse(List.of()), excluded),
        settings.find(AwsOptions.EVENT_QUEUE).map(EventQueue::of).orElse(null),
        TagReader.of(settings),
        settings.require(AwsOptions.HISTORY),
        warehouses(settings),
        WarehouseLogin.of(settings),
        Names.matchingAnyCase(settings.require(AwsOptions.REDSHIFT_SERVICES), List.of()));
  }

  /** Whether any bucket may be counted from an inventory. */
  boolean usesInventories() {
    return !inventoried.included().isEmpty();
  }

  /** Whether a bucket's objects are counted. */
  boolean counts(String bucket) {
    return listed.contains(bucket) || inventoried.contains(bucket);
  }

  /** Whether word of a change in a bucket is worth listing it. */
  boolean heeds(String bucket) {
    return listed.contains(bucket) && !inventoried.contains(bucket);
  }

  private static List<Warehouse> warehouses(Settings settings) {
    String home = settings.require(AwsOptions.REGIONS).stream().sorted().findFirst().orElse("");
    return settings.find(AwsOptions.REDSHIFT).orElse(List.of()).stream()
        .map(address -> Warehouse.of(address, home))
        .distinct()
        .toList();
  }
}
