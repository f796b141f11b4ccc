// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.maturity.evidence.Aggregate;
import dev.tidemark.maturity.evidence.DayPartial;
import dev.tidemark.maturity.evidence.EvidenceFrame;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Population;
import dev.tidemark.spi.ledger.OrganisationEvidence;
import dev.tidemark.spi.ledger.OrganisationEvidence.AssetCell;
import dev.tidemark.spi.ledger.OrganisationEvidence.Feed;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * The estate of an organisation of up to four platforms, made from a seed: what each shows of
 * assets and runs is random, and so is what the register says of them.
 */
record RandomEstate(long seed) {
  static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);
  private static final List<String> METRICS =
      List.of(
          "tidemark.data.asset.state",
          "tidemark.connector.asset.eligible",
          "tidemark.data.pipeline.run");

  static Arbitrary<RandomEstate> any() {
    return Arbitraries.longs().map(RandomEstate::new);
  }

  /** Platforms; there are two at least. */
  List<String> platforms() {
    return List.of("a://1", "b://2", "c://3", "d://4").subList(0, 2 + new Random(seed).nextInt(3));
  }

  /** The frame as connectors and register make it. */
  EvidenceFrame frame(List<Feed> feeds, List<RegisterEntry> register) {
    Random random = new Random(seed + 1);
    List<AssetCell> cells = new ArrayList<>();
    List<Population> populations = new ArrayList<>();
    List<DayPartial> partials = new ArrayList<>();
    for (String platform : platforms()) {
      cells.add(cell(platform, "true", random.nextInt(50)));
      cells.add(cell(platform, "false", random.nextInt(50)));
      int visible = random.nextInt(100);
      populations.add(
          new Population(
              new Stratum(platform), "asset", visible, visible + (long) random.nextInt(20)));
      partials.add(runs(platform, "succeeded", random.nextInt(200)));
      partials.add(runs(platform, "failed", random.nextInt(50)));
    }
    OrganisationEvidence evidence =
        new OrganisationEvidence(
            new OrganisationId(new UUID(0, 1)),
            "Acme",
            1,
            true,
            List.of(),
            cells,
            populations,
            feeds,
            register,
            List.of());
    return new Frames(ConnectorSupply.installed()).frame(evidence, partials, cells);
  }

  /** What every platform is read by; some of it late or failing. */
  List<Feed> feeds() {
    Random random = new Random(seed + 2);
    return platforms().stream().map(platform -> feed(platform, random)).toList();
  }

  /** What the ledger leaves of a feed when its connector is removed. */
  static Feed left(Feed feed) {
    return feed(feed, null, null);
  }

  /** Up to all of the platforms have a materiality. */
  List<RegisterEntry> register() {
    Random random = new Random(seed + 3);
    return platforms().stream()
        .filter(platform -> random.nextBoolean())
        .map(platform -> entry(platform, 1d + random.nextInt(9)))
        .toList();
  }

  static RegisterEntry retired(String platform) {
    return RegisterEntry.undeclared(new Stratum(platform)).retire();
  }

  private static RegisterEntry entry(String platform, double materiality) {
    return RegisterEntry.undeclared(new Stratum(platform)).counting(materiality);
  }

  private static Feed feed(String platform, Random random) {
    Instant complete = NOW.minus(Duration.ofHours(random.nextInt(24 * 60)));
    String failure = random.nextInt(4) == 0 ? "PERMISSION" : null;
    Feed sound =
        new Feed(
            new StreamId(
                new OrganisationId(new UUID(0, 1)),
                new ConnectorId(new UUID(1, platform.charAt(0))),
                "all"),
            "example-of-a-test",
            new Stratum(platform),
            METRICS,
            Duration.ofHours(1),
            Duration.ZERO,
            NOW.minus(Duration.ofDays(500)),
            complete,
            null,
            null);
    return feed(sound, failure, failure == null ? null : complete);
  }

  private static Feed feed(Feed like, @Nullable String failure, @Nullable Instant since) {
    return new Feed(
        like.stream(),
        like.connectorType(),
        like.stratum(),
        like.metrics(),
        like.interval(),
        like.latency(),
        like.connectedAt(),
        like.completeThrough(),
        since,
        failure);
  }

  private static AssetCell cell(String platform, String owned, long count) {
    Map<String, String> facts =
        Map.of("subject.type", "table", "owner.present", owned, "write.day", TODAY.toString());
    return new AssetCell(new Stratum(platform), facts, count);
  }

  private static DayPartial runs(String platform, String outcome, double count) {
    return new DayPartial(
        platform,
        "tidemark.data.pipeline.run",
        Map.of("outcome", outcome),
        TODAY.minusDays(61),
        new Aggregate.Sum(count, 1));
  }
}
