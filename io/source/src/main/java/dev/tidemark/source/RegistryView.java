// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.ConnectorRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the registry said last, kept by one background thread for every stream of the JVM. An answer
 * counts for a stream only if it was asked for after the stream came to this JVM: an older one may
 * not know it yet. Safe for use by several threads.
 */
final class RegistryView {
  private final ConnectorRegistry registry;
  private final LongSupplier nanoseconds;
  private volatile @Nullable Answer answer;

  private record Answer(long asked, Map<ConnectorId, Long> versions, PipelineJob newest) {}

  RegistryView(ConnectorRegistry registry, LongSupplier nanoseconds) {
    this.registry = registry;
    this.nanoseconds = nanoseconds;
  }

  /** A moment to compare answers with. */
  long moment() {
    return nanoseconds.getAsLong();
  }

  /** Asks the registry. */
  void refresh() {
    long asked = moment();
    answer = new Answer(asked, registry.activeVersions(), registry.newestJob());
  }

  /** Whether the registry has withdrawn an assignment that came at the given moment. */
  boolean withdrawn(Assignment assignment, long since) {
    Answer known = answer;
    if (known == null || known.asked() - since <= 0) {
      return false;
    }
    Long version = known.versions().get(assignment.stream().connector());
    return version == null || version != assignment.version();
  }

  /** The later job that has superseded this one, if any. */
  Optional<PipelineJob> superseding(PipelineJob job) {
    return Optional.ofNullable(answer)
        .map(Answer::newest)
        .filter(newest -> newest.epoch() > job.epoch());
  }
}
