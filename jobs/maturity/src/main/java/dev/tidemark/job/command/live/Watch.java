// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.local.FlinkJob;
import dev.tidemark.job.local.JobState;
import dev.tidemark.maturity.card.ScoreCardText;
import dev.tidemark.maturity.card.Style;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Jobs.StartedJob;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.News;
import dev.tidemark.spi.ledger.LedgerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one job until there is a reason to end: shows the scores when they change, and how far
 * reading has come.
 *
 * @param style how cards are marked up
 * @param until decides when it has caught up; empty to watch until told to stop
 */
record Watch(
    Administration administration,
    Database database,
    PipelineJob job,
    FlinkJob flink,
    News feed,
    Screen screen,
    Style style,
    StopSignal stop,
    Optional<CatchingUp> until) {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final Duration TICK = Duration.ofMillis(500);

  /** Watches until the end. */
  Ending untilEnd() {
    List<String> cards = List.of();
    Optional<Ending> ending = Optional.empty();
    while (ending.isEmpty() && !stop.isAsked()) {
      boolean news = !feed.await(TICK).isEmpty();
      try {
        cards = news || cards.isEmpty() ? cards() : cards;
        ending = look(cards);
      } catch (LedgerException away) {
        LOG.warn("the database does not answer", away);
        screen.show(cards, "waiting for the database: " + away.getMessage());
      }
    }
    return ending.orElseGet(Ending::stopped);
  }

  private Optional<Ending> look(List<String> cards) {
    Tally tally = Tally.of(new ProgressQuery(database).now(), job.epoch());
    JobState state = flink.state();
    screen.show(cards, state == JobState.RUNNING ? tally.text() : words(state));
    return superseded()
        .or(() -> over(state))
        .or(() -> until.flatMap(catching -> catching.look(tally)));
  }

  private static String words(JobState state) {
    return switch (state) {
      case STARTING -> "the job is starting";
      case RESTARTING -> "the job is being started again after a failure; nothing is lost";
      case UNKNOWN -> "Flink does not answer";
      default -> "the job is " + state.name().toLowerCase(Locale.ROOT);
    };
  }

  private Optional<Ending> superseded() {
    return administration
        .jobs()
        .newest()
        .filter(newest -> newest.job().epoch() > job.epoch())
        .map((StartedJob newest) -> Ending.superseded(newest));
  }

  private Optional<Ending> over(JobState state) {
    return state.isOver()
        ? Optional.of(Ending.jobEnded(flink.failure().orElse("Flink gives no reason")))
        : Optional.empty();
  }

  /** The cards of all organisations that have one, as text. */
  List<String> cards() {
    List<String> cards = new ArrayList<>();
    for (var organisation : administration.organisations().list()) {
      administration
          .scores()
          .card(organisation.id())
          .map(card -> ScoreCardText.render(card.json(), style))
          .ifPresent(cards::add);
    }
    return cards;
  }
}
