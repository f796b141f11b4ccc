// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.job.MaturityPipeline;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.DatabaseAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions.CheckEnabled;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.junit.jupiter.api.Test;

/** Step names are operator ids on Flink: a changed one is a changed program. */
final class StepNamesTest {
  @Test
  void theStepsAreTheOnesThatWerePublished() throws IOException {
    Pipeline pipeline = Pipeline.create();
    pipeline.getOptions().setStableUniqueNames(CheckEnabled.ERROR);
    MaturityPipeline.build(
        pipeline,
        DatabaseAccess.at("postgresql://tidemark@127.0.0.1:5432/tidemark"),
        new PipelineJob(new UUID(0, 1), 1));
    assertThat(steps(pipeline)).isEqualTo(golden());
  }

  private static List<String> steps(Pipeline pipeline) {
    TreeSet<String> names = new TreeSet<>();
    pipeline.traverseTopologically(
        new Pipeline.PipelineVisitor.Defaults() {
          @Override
          public CompositeBehavior enterCompositeTransform(TransformHierarchy.Node node) {
            return node.isRootNode() || node.getFullName().isEmpty()
                ? CompositeBehavior.ENTER_TRANSFORM
                : visit(node);
          }

          private CompositeBehavior visit(TransformHierarchy.Node node) {
            names.add(node.getFullName().replaceAll("/.*", ""));
            return CompositeBehavior.DO_NOT_ENTER_TRANSFORM;
          }

          @Override
          public void visitPrimitiveTransform(TransformHierarchy.Node node) {
            names.add(node.getFullName());
          }
        });
    return List.copyOf(names);
  }

  private static List<String> golden() throws IOException {
    try (var steps = StepNamesTest.class.getResourceAsStream("/golden/steps.txt")) {
      return new String(steps.readAllBytes(), StandardCharsets.UTF_8).lines().sorted().toList();
    }
  }
}
