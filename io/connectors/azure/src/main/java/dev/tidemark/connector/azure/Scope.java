// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.authoring.Names;
import dev.tidemark.authoring.TagReader;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What of the tenant is read, and how its tags are understood.
 *
 * @param subscriptions ids in small letters; none where all are read
 * @param storage the storage accounts to read
 * @param listed the containers whose blobs are listed, as account/container
 * @param history how far back a first pass goes
 */
record Scope(
    List<String> subscriptions,
    Names storage,
    Names listed,
    TagReader tags,
    Optional<String> costTag,
    Duration history) {
  static Scope of(Settings settings) {
    return new Scope(
        settings.find(AzureOptions.SUBSCRIPTIONS).orElse(List.of()).stream()
            .map(it -> it.toLowerCase(Locale.ROOT))
            .distinct()
            .toList(),
        Names.matching(
            settings.require(AzureOptions.STORAGE_ACCOUNTS),
            settings.find(AzureOptions.EXCLUDED_STORAGE_ACCOUNTS).orElse(List.of())),
        Names.matching(settings.find(AzureOptions.LISTED).orElse(List.of()), List.of()),
        TagReader.of(settings),
        settings.find(AzureOptions.COST_TAG),
        settings.require(AzureOptions.HISTORY));
  }
}
