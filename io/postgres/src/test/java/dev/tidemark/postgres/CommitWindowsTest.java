// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres;

import static dev.tidemark.postgres.ledger.CommitBuilder.commit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.beam.LostLeases;
import dev.tidemark.beam.StreamCommitCoder;
import dev.tidemark.beam.StreamIdCoder;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.OrganisationRevision;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.postgres.ledger.Fixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.Max;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommitWindowsTest {
  private final Fixture fixture = Fixture.shared();
  private final Pipeline pipeline = Pipeline.create();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void acceptedCommitsMoveTheirOrganisationAndRefusedOnesLoseTheirLease() {
    List<StreamCommit> commits = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      StreamId stream = fixture.newStream();
      commits.add(commit(stream, fixture.taken(stream), 0, 1).build());
    }
    StreamId stream = fixture.newStream();
    Lease lost = fixture.taken(stream);
    commits.add(commit(stream, lost, 7, 8).build());
    PCollection<OrganisationRevision> moved =
        pipeline
            .apply(
                Create.of(commits.stream().map(c -> KV.of(c.stream(), c)).toList())
                    .withCoder(KvCoder.of(StreamIdCoder.of(), StreamCommitCoder.of())))
            .apply(CommitWindows.to(fixture.access).withBatch(10));
    PAssert.that(
            moved
                .apply(
                    MapElements.into(TypeDescriptors.longs()).via(OrganisationRevision::revision))
                .apply(Max.longsGlobally()))
        .satisfies(
            newest -> {
              assertThat(newest).singleElement().satisfies(n -> assertThat(n).isPositive());
              return null;
            });
    pipeline.run().waitUntilFinish();
    assertThat(LostLeases.contains(lost)).isTrue();
    assertThat(LostLeases.contains(commits.get(0).lease())).isFalse();
    assertThat(
            fixture.number(
                "SELECT count(*) AS number FROM stream WHERE organisation_id = ? AND sequence = 1",
                fixture.organisation.value()))
        .isEqualTo(25);
  }

  @Test
  void scoresAndDeadLettersArrive() {
    ScoreUpdate update =
        new ScoreUpdate(
            fixture.organisation,
            "core",
            1,
            Instant.EPOCH,
            null,
            "live",
            List.of(),
            List.of(),
            List.of(),
            "{}",
            "{}");
    RejectedRecord rejected =
        new RejectedRecord(fixture.newStream(), "t", "k", "why", Bytes.empty(), Instant.EPOCH);
    pipeline.apply("scores", Create.of(update)).apply(WriteScores.to(fixture.access));
    pipeline.apply("letters", Create.of(rejected)).apply(WriteRejected.to(fixture.access));
    pipeline.run().waitUntilFinish();
    for (String table : List.of("score_card", "rejected_record")) {
      assertThat(
              fixture.number(
                  "SELECT count(*) AS number FROM " + table + " WHERE organisation_id = ?",
                  fixture.organisation.value()))
          .as(table)
          .isEqualTo(1);
    }
  }
}
