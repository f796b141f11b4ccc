// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import dev.tidemark.spi.options.Option;
import java.util.List;

/** Options about what tags mean, declared once; a connector takes those its platform can use. */
public final class TagOptions {
  public static final Option<List<String>> OWNER =
      Option.texts("owner-tags")
          .describedAs("Tags that name an owner, in small letters.")
          .orElse(List.of("owner", "team", "data-owner", "dataowner", "cost-center"));
  public static final Option<List<String>> CLASS =
      Option.texts("class-tags")
          .describedAs("Tags that say how sensitive data is.")
          .orElse(
              List.of("data-classification", "dataclassification", "sensitivity", "data-class"));
  public static final Option<List<String>> SENSITIVE =
      Option.texts("sensitive-classes")
          .describedAs("Values of those that mean sensitive.")
          .orElse(List.of("sensitive", "confidential", "restricted", "pii", "secret"));
  public static final Option<List<String>> REGULATED =
      Option.texts("regulated-classes")
          .describedAs("Values of those that mean regulated.")
          .orElse(List.of("regulated", "phi", "pci", "gdpr", "hipaa"));
  public static final Option<List<String>> DESCRIPTION =
      Option.texts("description-tags")
          .describedAs("Tags that say what something holds.")
          .orElse(List.of("description", "purpose"));
  public static final Option<List<String>> STAGE =
      Option.texts("stage-tags")
          .describedAs("Tags of an endpoint that say what it is for; without one, production.")
          .orElse(List.of("environment", "env", "stage"));
  public static final Option<List<String>> EXPOSURE_APPROVAL =
      Option.texts("exposure-approval-tags")
          .describedAs("Tags whose value true or yes approves that something is public.")
          .orElse(List.of("public-approved", "exposure-approved"));

  private TagOptions() {}
}
