// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import java.util.function.Consumer;
import org.apache.beam.sdk.Pipeline;

/** Somewhere a pipeline can run. */
public interface Engine extends AutoCloseable {
  /** Where its REST interface listens. */
  FlinkAddress address();

  /** Runs a pipeline under a name not used on it before; returns once the job is accepted. */
  FlinkJob run(String name, Consumer<Pipeline> graph);

  /** Whether jobs end with this process. */
  boolean endsWithProcess();

  /** Lets go of it; jobs that end with this process end. */
  @Override
  void close();
}
