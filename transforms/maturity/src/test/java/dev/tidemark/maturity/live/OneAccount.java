// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.model.CoreModel;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.FactChanges;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.ledger.ScoreStore;
import dev.tidemark.spi.ledger.StreamPlan;
import dev.tidemark.testkit.InMemoryLedger;
import dev.tidemark.testkit.VirtualClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An organisation with one account of which ten tables are known, on a clock the test moves. */
final class OneAccount {
  static final String MODEL = MaturityModel.core().reference();

  final VirtualClock clock = VirtualClock.at("2026-01-01T12:00:00Z");
  final InMemoryLedger ledger = InMemoryLedger.create(clock);
  final OrganisationId organisation = ledger.registry().addOrganisation("Acme");
  private final Stratum stratum = new Stratum("postgres://db:5432");
  private final StreamId stream =
      new StreamId(
          organisation, ledger.registry().connect(organisation, "example", "{}"), "tables");
  private final Lease lease = Lease.random();
  private long sequence;

  OneAccount() {
    ledger.scores().add(new ScoreStore.StoredModel(MODEL, "active", CoreModel.text()));
    ledger
        .leases()
        .take(
            stream,
            lease,
            ledger.registry().startJob(),
            new StreamPlan(
                "example",
                stratum,
                Duration.ofMinutes(1),
                Duration.ZERO,
                Precedence.NATIVE_PLATFORM,
                List.of("tidemark.data.asset.state", "tidemark.connector.asset.eligible")));
  }

  /** The account is read: ten tables in use, so many of them with an owner. */
  void read(int owned) {
    List<AssetFacts> tables = new ArrayList<>();
    for (int table = 0; table < 10; table++) {
      tables.add(table(table, table < owned));
    }
    List<CommitOutcome> outcomes =
        ledger
            .streams()
            .commit(
                List.of(
                    new StreamCommit(
                        stream,
                        lease,
                        sequence,
                        ++sequence,
                        Cursor.start(),
                        List.of(),
                        List.of(),
                        List.of(new FactChanges(false, List.of(), List.of(), tables)),
                        List.of(new Population(stratum, "asset", 10, 10)),
                        clock.instant(),
                        clock.instant(),
                        Volume.none())));
    if (!(outcomes.get(0) instanceof CommitOutcome.Accepted)) {
      throw new IllegalStateException("not accepted: " + outcomes);
    }
  }

  /** Scores now by this scorer and publishes what it says; the live score is the last. */
  ScoreUpdate score(OrganisationScorer scorer) {
    List<ScoreUpdate> updates = scorer.score(organisation, clock.instant());
    ledger.scores().write(updates);
    return updates.get(updates.size() - 1);
  }

  List<ScoreUpdate> closes() {
    return ledger.scores().all().stream().filter(update -> update.day() != null).toList();
  }

  static double overall(ScoreUpdate update) {
    return composite(update).score();
  }

  static ScoreUpdate.Composite composite(ScoreUpdate update) {
    return update.composites().stream()
        .filter(composite -> composite.name().equals("overall"))
        .findFirst()
        .orElseThrow();
  }

  private AssetFacts table(int number, boolean owned) {
    String name = stratum.urn() + "/app.public.t" + number;
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new AssetFacts(
        "t" + number,
        stratum,
        new Subject("table", name),
        Map.of("owner.present", Boolean.toString(owned), "write.day", today.toString()));
  }
}
