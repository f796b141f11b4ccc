// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.model.OrganisationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a job that is to run until it has caught up has done so: every stream has been read
 * wholly and every score rests on at least what was known then. What sources go on to tell is not
 * waited for, as busy ones never pause. Not safe for use by several threads.
 */
final class CatchingUp {
  /** How long streams may fail, or not begin, before waiting for them makes no sense. */
  private static final Duration FAILURES = Duration.ofSeconds(20);

  private static final Duration BEGINNING = Duration.ofMinutes(3);

  private final Clock clock;
  private final Instant started;
  private @Nullable Instant failingSince;
  private Map<OrganisationId, Long> known = Map.of();

  CatchingUp(Clock clock) {
    this.clock = clock;
    this.started = clock.instant();
  }

  /** Looks at how far things have come; answers how it ends, if it does. */
  Optional<Ending> look(Tally tally) {
    failingSince = since(tally.isReadExceptFailing(), failingSince);
    known = known(tally);
    if (tally.isReadWholly() && tally.isScoredThrough(known)) {
      return Optional.of(Ending.caughtUp());
    }
    if (isOver(failingSince, FAILURES)) {
      return Optional.of(Ending.failing(tally.failing()));
    }
    return isOver(started, BEGINNING) && tally.expected() == 0
        ? Optional.of(Ending.nothingToRead())
        : Optional.empty();
  }

  private Map<OrganisationId, Long> known(Tally tally) {
    if (!tally.isReadWholly()) {
      return Map.of();
    }
    return known.isEmpty() ? tally.revisions() : known;
  }

  private @Nullable Instant since(boolean now, @Nullable Instant before) {
    return now ? (before == null ? clock.instant() : before) : null;
  }

  private boolean isOver(@Nullable Instant since, Duration patience) {
    return since != null && !clock.instant().isBefore(since.plus(patience));
  }
}
