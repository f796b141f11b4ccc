// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Records;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.glue.model.CodeGenConfigurationNode;
import software.amazon.awssdk.services.glue.model.Job;

/**
 * Tables of the catalog a visual job reads and writes. A node of such a job is one of dozens of
 * kinds; those that name a database and a table are sources, or targets where their kind says so.
 *
 * @param sources as {@code DATABASE/TABLE}
 * @param targets as {@code DATABASE/TABLE}
 */
record JobTables(NavigableSet<String> sources, NavigableSet<String> targets) {
  static JobTables of(Job job) {
    JobTables tables = new JobTables(new TreeSet<>(), new TreeSet<>());
    job.codeGenConfigurationNodes().values().forEach(tables::add);
    return tables;
  }

  private void add(CodeGenConfigurationNode node) {
    for (SdkField<?> kind : node.sdkFields()) {
      if (kind.getValueOrDefault(node) instanceof SdkPojo content) {
        boolean isTarget = kind.memberName().contains("Target");
        table(content).ifPresent((isTarget ? targets : sources)::add);
      }
    }
  }

  private static Optional<String> table(SdkPojo content) {
    String database = text(content, "Database");
    String table = text(content, "Table");
    return Records.isSaid(database) && Records.isSaid(table)
        ? Optional.of(database + "/" + table)
        : Optional.empty();
  }

  private static @Nullable String text(SdkPojo content, String name) {
    for (SdkField<?> field : content.sdkFields()) {
      if (field.memberName().equals(name)
          && field.getValueOrDefault(content) instanceof String text) {
        return text;
      }
    }
    return null;
  }
}
