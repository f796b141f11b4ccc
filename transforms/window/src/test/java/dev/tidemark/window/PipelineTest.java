// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.beam.PageCoder;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.window.Grain;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages through both transforms on the direct runner, two streams at a time. */
final class PipelineTest {
  private final Reader one = Reader.of("runs");
  private final Pipeline pipeline = Pipeline.create();

  @AfterEach
  void discard() {
    one.ledger.discard();
  }

  @Test
  void pagesBecomeCommitsAndTakeAlongWhatTheyPassedOver() {
    FoldPages.Result folded =
        pipeline
            .apply(
                TestStream.create(PageCoder.of())
                    .addElements(page(run("1", 5), run("2", -1)))
                    .advanceWatermarkToInfinity())
            .apply("Fold", FoldPages.of(one.ledger.access()));
    PCollection<StreamCommit> commits =
        folded.folded().apply("Aggregate", aggregate()).apply(Values.create());
    PAssert.that(commits).satisfies(PipelineTest::isOneCommitOfFive);
    PAssert.that(folded.rejected()).empty();
    pipeline.run().waitUntilFinish();
  }

  @Test
  void theFirstChangeGoesAtOnceAndTheRestTogether() {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      pages.add(page(run("r" + i, 1)));
    }
    PCollection<KV<Long, Long>> spans =
        pipeline
            .apply(
                TestStream.create(PageCoder.of())
                    .addElements(pages.get(0), pages.subList(1, 5).toArray(Page[]::new))
                    .advanceProcessingTime(Duration.standardSeconds(2))
                    .advanceWatermarkToInfinity())
            .apply("Fold", FoldPages.of(one.ledger.access()))
            .folded()
            .apply("Aggregate", aggregate())
            .apply(
                MapElements.into(
                        TypeDescriptors.kvs(TypeDescriptors.longs(), TypeDescriptors.longs()))
                    .via(commit -> KV.of(commit.getValue().base(), commit.getValue().sequence())));
    PAssert.that(spans).containsInAnyOrder(List.of(KV.of(0L, 1L), KV.of(1L, 5L)));
    pipeline.run().waitUntilFinish();
  }

  @Test
  void pagesOfALostLeaseLeaveNoTrace() {
    Page old = page(run("1", 5));
    one.takeLease();
    Page current = page(run("1", 7));
    PCollection<KV<StreamId, StreamCommit>> commits =
        pipeline
            .apply(
                TestStream.create(PageCoder.of())
                    .addElements(old, current)
                    .advanceWatermarkToInfinity())
            .apply("Fold", FoldPages.of(one.ledger.access()))
            .folded()
            .apply("Aggregate", aggregate());
    String lease = old.stamp().lease().toString();
    PCollection<KV<StreamId, StreamCommit>> underTheOld =
        commits.apply(Filter.by(it -> it.getValue().lease().toString().equals(lease)));
    PAssert.that(underTheOld).empty();
    PAssert.thatSingleton(commits.apply(Values.create()).apply("Days", days())).isEqualTo(7d);
    pipeline.run().waitUntilFinish();
  }

  private AggregateWindows aggregate() {
    return AggregateWindows.of(one.ledger.access(), new PipelineJob(UUID.randomUUID(), 1))
        .withInterval(java.time.Duration.ofSeconds(1))
        .withMostStreams(10);
  }

  private static MapElements<StreamCommit, Double> days() {
    return MapElements.into(TypeDescriptors.doubles()).via(PipelineTest::day);
  }

  private static Void isOneCommitOfFive(Iterable<StreamCommit> commits) {
    assertThat(commits).hasSize(1);
    StreamCommit commit = commits.iterator().next();
    assertThat(day(commit)).isEqualTo(5);
    assertThat(commit.rejections().passed()).extracting(RejectedRecord::key).containsExactly("2");
    return null;
  }

  private static double day(StreamCommit commit) {
    return commit.windows().stream()
        .filter(window -> window.key().grain() == Grain.DAY)
        .mapToDouble(window -> window.settled().sum())
        .sum();
  }

  private Page page(Change... changes) {
    Page page = one.pass(List.of(changes));
    return new Page(
        page.stream(),
        "example",
        page.stratum(),
        page.stamp(),
        page.changes(),
        null,
        page.completeThrough(),
        page.observedAt(),
        page.volume());
  }

  private static Change run(String key, int value) {
    String json = "{\"at\":\"2026-01-08T10:00:00Z\",\"key\":\"a\",\"value\":%d}".formatted(value);
    return Change.upsert(key, Bytes.utf8(json));
  }
}
