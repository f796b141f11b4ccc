// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.postgres.backup.BackedUpTable;
import dev.tidemark.postgres.backup.BackupContents;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a backup holds, for people and programs. */
record BackupText(Path file, BackupContents contents) {
  ObjectNode facts() {
    ObjectNode facts =
        Output.JSON
            .createObjectNode()
            .put("file", file.toString())
            .put("taken_at", contents.takenAt().toString())
            .put("migration", contents.migration());
    ObjectNode rows = facts.putObject("rows");
    contents.tables().forEach(table -> rows.put(table.name(), table.rows()));
    return facts;
  }

  Stream<String> lines(String done) {
    return Stream.of(
        "%s %s: %d rows of %d tables (the largest is %s), as of %s"
            .formatted(
                done,
                file,
                contents.rows(),
                contents.tables().size(),
                largest(),
                contents.takenAt()));
  }

  private String largest() {
    BackedUpTable largest = contents.tables().get(0);
    for (BackedUpTable table : contents.tables()) {
      largest = table.rows() > largest.rows() ? table : largest;
    }
    return largest.name();
  }
}
