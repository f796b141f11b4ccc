// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.job.score.ScoredDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people say about how long things are kept. */
class RetentionTest {
  @TempDir Path folder;
  private final ScoredDatabase scored = new ScoredDatabase();

  @AfterEach
  void close() {
    scored.close();
  }

  @Test
  void rulesAreShownChangedAndKept() {
    assertThat(run("retention").out()).containsPattern("windows of an hour +120");
    assertThat(run("retention", "--retain-hour-windows", "150", "--json").out())
        .contains("\"hour_windows_days\" : 150");
    assertThat(run("retention").out())
        .containsPattern("windows of an hour +150")
        .containsPattern("jobs that ended +90");
  }

  @Test
  void tooLittleIsRefusedAndNothingChanges() {
    Ran ran = run("retention", "--retain-hour-windows", "30");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err())
        .contains("hour windows cannot be kept for 30 days only: 100 at least")
        .doesNotContain("at dev.tidemark");
    assertThat(run("retention").out()).containsPattern("windows of an hour +120");
  }

  @Test
  void aDryRunDeletesNothing() {
    assertThat(run("purge", "--dry-run", "--json").out()).contains("\"hour_windows\" : 0");
    assertThat(run("purge").out()).contains("Nothing is too old.");
  }

  private Ran run(Object... arguments) {
    return new Installation(scored.database, folder.resolve("data")).run(arguments);
  }
}
