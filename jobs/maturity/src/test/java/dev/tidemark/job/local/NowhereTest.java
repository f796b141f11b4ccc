// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.job.MaturityPipeline;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.DatabaseAccess;
import java.util.UUID;
import org.apache.beam.sdk.Pipeline;
import org.junit.jupiter.api.Test;

final class NowhereTest {
  /** Only a graph that was translated gets as far as to where nobody listens. */
  @Test
  void whatIsHandedToItIsTranslatedAndRefused() {
    assertThatThrownBy(() -> Nowhere.offer("none", NowhereTest::build))
        .hasStackTraceContaining("Failed to submit JobGraph")
        .hasStackTraceContaining("127.0.0.1:1");
  }

  private static void build(Pipeline pipeline) {
    DatabaseAccess access = DatabaseAccess.at("postgresql://tidemark@127.0.0.1:1/tidemark");
    MaturityPipeline.build(pipeline, access, new PipelineJob(new UUID(0, 1), 1));
  }
}
