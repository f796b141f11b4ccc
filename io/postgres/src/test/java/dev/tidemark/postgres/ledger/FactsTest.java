// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static dev.tidemark.postgres.ledger.CommitBuilder.asset;
import static dev.tidemark.postgres.ledger.CommitBuilder.commit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.stream.CommitOutcome.Accepted;
import dev.tidemark.model.stream.FactChanges;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.spi.ledger.OrganisationEvidence.AssetCell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FactsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private final Fixture fixture = Fixture.shared();
  private final StreamId stream = fixture.newStream();
  private final Lease lease = fixture.taken(stream);
  private long sequence;

  @AfterEach
  void close() {
    assertThat(differences()).isEmpty();
    fixture.close();
  }

  @Test
  void assetsOfOneSignatureAreCountedTogether() {
    apply(next().upsert(asset("a", "true"), asset("b", "true"), asset("c", "false")));
    assertThat(owned("true")).isEqualTo(2);
    assertThat(owned("false")).isEqualTo(1);
  }

  @Test
  void anAssetMovesWithItsFacts() {
    apply(next().upsert(asset("a", "true"), asset("b", "true")));
    apply(next().upsert(asset("a", "false")));
    assertThat(owned("true")).isEqualTo(1);
    assertThat(owned("false")).isEqualTo(1);
  }

  @Test
  void factsThatAreNotCountedStayOutOfTheSignature() {
    apply(
        next()
            .upsert(
                asset("a", Map.of("owner.present", "true", "size.bytes", "1")),
                asset("b", Map.of("owner.present", "true", "size.bytes", "2"))));
    assertThat(owned("true")).isEqualTo(2);
    assertThat(cells()).hasSize(1);
    assertThat(cells().get(0).signature()).containsEntry("subject.type", "table");
  }

  @Test
  void aRangeTakesAwayWhatItsPageDoesNotName() {
    apply(next().upsert(asset("a", "true"), asset("b", "true"), asset("c", "true")));
    apply(next().replace("a", "c", asset("c", "true")));
    assertThat(keys()).containsExactly("a", "c");
    assertThat(owned("true")).isEqualTo(2);
  }

  @Test
  void aRangeBeginsAfterItsLowerEndAndHoldsItsUpperEnd() {
    apply(next().upsert(asset("a", "true"), asset("b", "true"), asset("c", "true")));
    apply(next().replace("a", "b"));
    assertThat(keys()).containsExactly("a", "c");
    apply(next().replace(null, "a"));
    assertThat(keys()).containsExactly("c");
  }

  @Test
  void rangesFollowTheOrderOfBytes() {
    apply(next().upsert(asset("B", "true"), asset("a", "true"), asset("é", "true")));
    apply(next().replace("Z", "z"));
    assertThat(keys()).containsExactly("B", "é");
  }

  @Test
  void pagesOfOneCommitCountInTheirOrder() {
    apply(next().upsert(asset("old", "true")));
    apply(
        next()
            .upsert(asset("x", "true"), asset("y", "true"))
            .facts(new FactChanges(false, List.of(), List.of("x"), List.of()))
            .facts(new FactChanges(true, List.of(), List.of(), List.of(asset("z", "true"))))
            .upsert(asset("w", "true")));
    assertThat(keys()).containsExactly("w", "z");
  }

  @Test
  void anAssetTakenBackIsGoneUnderWhicheverKeyItWasKept() {
    apply(next().upsert(asset("a", "true")));
    AssetFacts moved = asset("a", "true");
    AssetFacts underNewKey =
        new AssetFacts("new key", moved.stratum(), moved.asset(), moved.facts());
    apply(
        next()
            .upsert(underNewKey)
            .facts(new FactChanges(false, List.of(), List.of("new key"), List.of())));
    assertThat(keys()).isEmpty();
  }

  @Test
  void unchangedFactsAreNotWrittenAgain() {
    apply(next().upsert(asset("a", "true"), asset("b", "true")));
    String before = versions();
    apply(next().replace(null, null, asset("a", "true"), asset("b", "true")));
    assertThat(versions()).isEqualTo(before);
  }

  @Test
  void theWeightiestStreamDecidesAndTheLatestDayWins() {
    StreamId catalogue = new StreamId(fixture.organisation, fixture.newConnector(), "catalogue");
    Lease other = Lease.random();
    fixture.take(catalogue, other, Fixture.JOB, Precedence.CATALOGUE);
    apply(next().upsert(asset("a", Map.of("owner.present", "true", "read.day", "2026-01-01"))));
    Map<String, String> told =
        Map.of("owner.present", "false", "read.day", "2026-02-02", "certified", "true");
    assertThat(
            fixture
                .ledger
                .streams()
                .commit(
                    List.of(
                        commit(catalogue, other, 0, 1)
                            .upsert(asset("a", told))
                            .observedAt(NOON.plusSeconds(9))
                            .build()))
                .get(0))
        .isInstanceOf(Accepted.class);
    assertThat(cells())
        .containsExactly(
            new AssetCell(
                Fixture.STRATUM,
                new java.util.TreeMap<>(
                    Map.of(
                        "owner.present", "true",
                        "read.day", "2026-02-02",
                        "certified", "true",
                        "subject.type", "table")),
                1));
  }

  @Test
  void cellsEqualTheRecountAfterAnyHistory() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Member> members = new ArrayList<>();
    for (Precedence precedence : Precedence.values()) {
      StreamId id = new StreamId(fixture.organisation, fixture.newConnector(), "s" + precedence);
      Lease held = Lease.random();
      fixture.take(id, held, Fixture.JOB, precedence);
      members.add(new Member(id, held));
    }
    for (int step = 1; step <= 60; step++) {
      Member member = members.get(random.nextInt(members.size()));
      CommitBuilder next = commit(member.id, member.lease, member.sequence, ++member.sequence);
      for (int page = random.nextInt(3); page >= 0; page--) {
        next.facts(randomPage(random));
      }
      apply(next.observedAt(NOON.plusSeconds(random.nextInt(100))));
      assertThat(differences()).as("after step %d of seed %d", step, seed).isEmpty();
    }
  }

  private static final class Member {
    final StreamId id;
    final Lease lease;
    long sequence;

    Member(StreamId id, Lease lease) {
      this.id = id;
      this.lease = lease;
    }
  }

  private static FactChanges randomPage(Random random) {
    List<AssetFacts> upserts = new ArrayList<>();
    for (String key : List.of("a", "b", "c", "d", "e", "f")) {
      if (random.nextInt(3) == 0) {
        upserts.add(
            asset(
                key,
                Map.of(
                    "owner.present", String.valueOf(random.nextBoolean()),
                    "size.bytes", String.valueOf(random.nextInt(3)),
                    "read.day", "2026-01-0" + (1 + random.nextInt(3)))));
      }
    }
    List<KeyRange> ranges = random.nextInt(3) == 0 ? List.of(new KeyRange("b", "d")) : List.of();
    List<String> deleted = random.nextInt(3) == 0 ? List.of("a", "f") : List.of();
    return new FactChanges(random.nextInt(12) == 0, ranges, deleted, upserts);
  }

  private CommitBuilder next() {
    return commit(stream, lease, sequence, ++sequence).observedAt(NOON);
  }

  private void apply(CommitBuilder commit) {
    assertThat(fixture.ledger.streams().commit(List.of(commit.build())).get(0))
        .isInstanceOf(Accepted.class);
  }

  private List<AssetCell> cells() {
    return fixture
        .ledger
        .evidence()
        .changes(fixture.organisation, -1, Instant.EPOCH)
        .orElseThrow()
        .cells();
  }

  private long owned(String present) {
    return cells().stream()
        .filter(cell -> present.equals(cell.signature().get("owner.present")))
        .mapToLong(AssetCell::count)
        .sum();
  }

  private List<String> keys() {
    return fixture.database.transaction(
        session ->
            session.list(
                "SELECT record_key FROM asset_fact WHERE organisation_id = ? ORDER BY record_key",
                row -> row.text("record_key"),
                fixture.organisation.value()));
  }

  private String versions() {
    return fixture.text(
        "SELECT string_agg(xmin::text, ',' ORDER BY asset) AS text FROM asset_fact WHERE"
            + " organisation_id = ?",
        fixture.organisation.value());
  }

  private List<String> differences() {
    return fixture.differences(fixture.organisation);
  }
}
