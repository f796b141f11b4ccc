// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.live.ModelsInForce.InForce;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.spi.ledger.BackcastStore;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.ScoreStore;
import dev.tidemark.spi.ledger.ScoreStore.StoredClose;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Computes the close of a day again from what is known of it now: today's windows, since late data
 * belongs to its day, over the counts, the freshness and the estate it was closed with. It is what
 * a running job does every night to closes that are not final; here for one that is. Days after it
 * keep their closes. Not safe for use by several threads.
 */
public final class Restatement {
  private static final String RESTATED = "restated";
  private static final String PROVISIONAL = "provisional";

  private final ScoreStore scores;
  private final BackcastStore backcasts;
  private final EvidenceCache.Known known;
  private final PastFrames frames;
  private final Successions successions;

  private Restatement(Ledger ledger, EvidenceCache.Known known) {
    this.scores = ledger.scores();
    this.backcasts = ledger.backcasts();
    this.known = known;
    this.frames = new PastFrames(ledger.evidence(), new Frames(ConnectorSupply.installed()));
    this.successions = new Successions(scores, frames);
  }

  /**
   * Of an organisation, with what is known now.
   *
   * @throws IllegalStateException if the organisation is gone
   */
  public static Restatement of(Ledger ledger, OrganisationId organisation) {
    return new Restatement(
        ledger,
        EvidenceCache.whole(ledger.evidence(), organisation)
            .orElseThrow(() -> new IllegalStateException("the organisation was removed just now")));
  }

  /**
   * A close as it is and as it comes out now.
   *
   * @param before S of each composite as it was published
   */
  public record Restated(ScoreUpdate close, Map<String, Double> before) {
    public Restated {
      before = Map.copyOf(before);
    }
  }

  /** Computes the close of a day; empty if the model has none that was published on the day. */
  public Optional<Restated> compute(String model, LocalDate day) {
    OrganisationId organisation = known.evidence().organisation();
    if (!backcasts.closedDays(organisation, model).contains(day)) {
      return Optional.empty();
    }
    return scores
        .lastClose(organisation, model, day.plusDays(1))
        .flatMap(stored -> scores.model(model).map(it -> again(inForce(it), stored)));
  }

  /** Puts it in the place of the one that was published. */
  public void write(Restated restated) {
    scores.write(List.of(restated.close()));
  }

  private Restated again(InForce model, StoredClose stored) {
    Close then = CloseJson.read(stored.document());
    LocalDate day = stored.day();
    ScoreUpdate close =
        model
            .scorer()
            .close(
                new ModelScorer.Subject(
                    known.evidence().organisation(),
                    known.evidence().name(),
                    known.evidence().revision()),
                frames.of(known, then),
                day,
                successions.past(model, known, day, lastBefore(model, day)),
                isFinal(model, day) ? RESTATED : PROVISIONAL);
    Map<String, Double> before = new TreeMap<>();
    then.composites().forEach((name, published) -> before.put(name, published.score()));
    return new Restated(close, before);
  }

  private boolean isFinal(InForce model, LocalDate day) {
    return scores.provisionalCloses(known.evidence().organisation(), model.id()).stream()
        .noneMatch(it -> it.day().equals(day));
  }

  private @Nullable Close lastBefore(InForce model, LocalDate day) {
    return scores
        .lastClose(known.evidence().organisation(), model.id(), day)
        .map(stored -> CloseJson.read(stored.document()))
        .orElse(null);
  }

  private static InForce inForce(ScoreStore.StoredModel model) {
    return new InForce(model.id(), model.status(), ModelScorer.of(model));
  }
}
