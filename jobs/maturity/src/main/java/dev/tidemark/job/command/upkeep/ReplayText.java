// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.Table;
import dev.tidemark.postgres.admin.DeadLetter;
import dev.tidemark.postgres.admin.Jobs.StartedJob;
import dev.tidemark.postgres.admin.Replayability;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said about reading records again. */
final class ReplayText {
  private ReplayText() {}

  /** Refuses ids that are nobody's. */
  static void requireAll(Collection<UUID> wanted, Collection<UUID> found) {
    Set<UUID> missing = new LinkedHashSet<>(wanted);
    missing.removeAll(found);
    if (!missing.isEmpty()) {
      String ids = missing.stream().map(UUID::toString).collect(Collectors.joining(", "));
      throw new CommandFailure(
          "There is no rejected record "
              + ids
              + ". 'tidemark rejected list' tells which there are.");
    }
  }

  /** How a record stands, as the rest of a sentence. */
  static String state(DeadLetter it) {
    String when = it.askedAt() == null ? "" : " since " + it.askedAt();
    String answered = it.replay() == Replayability.COUNTED ? " since " + it.answeredAt() : "";
    String remedy = it.replay().remedy();
    return it.replay().meaning() + when + answered + (remedy.isEmpty() ? "" : "; " + remedy);
  }

  /** One line for those that stand alike. */
  static Stream<String> groups(List<DeadLetter> letters) {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (DeadLetter it : letters) {
      counts
          .computeIfAbsent(it.connector() + "/" + it.stream().name(), stream -> new TreeMap<>())
          .merge(said(it), 1L, Long::sum);
    }
    Table table = Table.of("STREAM", "RECORDS", "THEY");
    counts.forEach((stream, said) -> said.forEach((what, count) -> table.row(stream, count, what)));
    return letters.isEmpty() ? Stream.of("No record is meant.") : table.lines();
  }

  private static String said(DeadLetter it) {
    if (it.replay() != Replayability.POSSIBLE) {
      String remedy = it.replay().remedy();
      return "each " + it.replay().meaning() + (remedy.isEmpty() ? "" : "; " + remedy);
    }
    return it.reading() == DeadLetter.Reading.ACTIVE
        ? "each can be read again"
        : "each can be read again once the connector is resumed: 'tidemark connector resume'";
  }

  /** When what was asked for is done. */
  static String prospect(Optional<StartedJob> job) {
    return job.filter(it -> it.endedAt() == null)
        .map(
            it ->
                "The job started at "
                    + it.startedAt()
                    + " on "
                    + it.host()
                    + " reads them in their stream's turn, within about five minutes if it runs.")
        .orElse("No job runs now: the request waits until 'tidemark up' or 'tidemark run' does.");
  }
}
