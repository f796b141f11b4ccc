// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Names;
import dev.tidemark.authoring.TagReader;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.util.List;

/**
 * What of the account is read, and how its tags are understood.
 *
 * @param buckets those to read
 * @param listed those whose objects are listed
 * @param history how far back a first pass goes
 */
record Scope(Names buckets, Names listed, TagReader tags, Duration history) {
  static Scope of(Settings settings) {
    List<String> excluded = settings.find(AwsOptions.EXCLUDED_BUCKETS).orElse(List.of());
    return new Scope(
        Names.matching(settings.require(AwsOptions.BUCKETS), excluded),
        Names.matching(settings.find(AwsOptions.LISTED_BUCKETS).orElse(List.of()), excluded),
        TagReader.of(settings),
        settings.require(AwsOptions.HISTORY));
  }
}
