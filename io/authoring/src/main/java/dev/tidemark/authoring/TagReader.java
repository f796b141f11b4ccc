// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import dev.tidemark.spi.options.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How tags, and parameters that are used like tags, are understood. Their text never leaves the
 * connector. Immutable.
 */
public record TagReader(
    List<String> owner,
    List<String> classes,
    List<String> sensitive,
    List<String> regulated,
    List<String> description,
    List<String> stage,
    List<String> approval) {
  private static final List<String> PRODUCTION = List.of("prod", "production", "live", "prd");

  public TagReader {
    owner = lower(owner);
    classes = lower(classes);
    sensitive = lower(sensitive);
    regulated = lower(regulated);
    description = lower(description);
    stage = lower(stage);
    approval = lower(approval);
  }

  /** By the {@link TagOptions}, all of which the settings must know. */
  public static TagReader of(Settings settings) {
    return new TagReader(
        settings.require(TagOptions.OWNER),
        settings.require(TagOptions.CLASS),
        settings.require(TagOptions.SENSITIVE),
        settings.require(TagOptions.REGULATED),
        settings.require(TagOptions.DESCRIPTION),
        settings.require(TagOptions.STAGE),
        settings.require(TagOptions.EXPOSURE_APPROVAL));
  }

  public boolean hasOwner(Map<String, String> tags) {
    return first(owner, tags).isPresent();
  }

  public boolean isDescribed(Map<String, String> tags) {
    return first(description, tags).isPresent();
  }

  /** What something is for: production unless a tag says otherwise. */
  public String stage(Map<String, String> tags) {
    return first(stage, tags).filter(it -> !PRODUCTION.contains(it)).orElse("production");
  }

  public boolean isApproved(Map<String, String> tags) {
    return first(approval, tags).filter(List.of("true", "yes")::contains).isPresent();
  }

  /** How sensitive the data is, in the words of the scoring model where they mean the same. */
  public Optional<String> sensitivity(Map<String, String> tags) {
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
