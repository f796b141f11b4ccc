// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Names;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

  /** How tags, and parameters of tables, are understood. Their text never leaves the connector. */
  record TagReader(
      List<String> owner,
      List<String> classes,
      List<String> sensitive,
      List<String> regulated,
      List<String> description,
      List<String> stage,
      List<String> approval) {
    private static final List<String> PRODUCTION = List.of("prod", "production", "live", "prd");

    static TagReader of(Settings settings) {
      return new TagReader(
          lower(settings.require(AwsOptions.OWNER_TAGS)),
          lower(settings.require(AwsOptions.CLASS_TAGS)),
          lower(settings.require(AwsOptions.SENSITIVE)),
          lower(settings.require(AwsOptions.REGULATED)),
          lower(settings.require(AwsOptions.DESCRIPTION_TAGS)),
          lower(settings.require(AwsOptions.STAGE_TAGS)),
          lower(settings.require(AwsOptions.APPROVAL_TAGS)));
    }

    boolean hasOwner(Map<String, String> tags) {
      return first(owner, tags).isPresent();
    }

    boolean isDescribed(Map<String, String> tags) {
      return first(description, tags).isPresent();
    }

    /** What something is for: production unless a tag says otherwise. */
    String stage(Map<String, String> tags) {
      return first(stage, tags).filter(it -> !PRODUCTION.contains(it)).orElse("production");
    }

    boolean isApproved(Map<String, String> tags) {
      return first(approval, tags).filter(List.of("true", "yes")::contains).isPresent();
    }

    /** How sensitive the data is, in the words of the scoring model where they mean the same. */
    Optional<String> sensitivity(Map<String, String> tags) {
      return first(classes, tags).map(this::sensitivity);
    }

    private String sensitivity(String value) {
      if (regulated.contains(value)) {
        return "regulated";
      }
      return sensitive.contains(value) ? "sensitive" : "public".equals(value) ? value : "internal";
    }

    private static Optional<String> first(List<String> names, Map<String, String> tags) {
      return tags.entrySet().stream()
          .filter(tag -> names.contains(tag.getKey().toLowerCase(Locale.ROOT)))
          .map(tag -> tag.getValue().strip().toLowerCase(Locale.ROOT))
          .filter(value -> !value.isEmpty())
          .sorted()
          .findFirst();
    }

    private static List<String> lower(List<String> texts) {
      return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    }
  }
}
