// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import static dev.tidemark.window.Reader.NOON;
import static dev.tidemark.window.ScriptedType.event;
import static dev.tidemark.window.ScriptedType.reads;
import static dev.tidemark.window.ScriptedType.runs;
import static dev.tidemark.window.ScriptedType.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.metric.WindowClass;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.FoldedPage;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PageFolderTest {
  private final Reader reader = Reader.of("records");
  private final ScriptedType type = new ScriptedType();
  private final PageFolder folder = type.folder();

  @Test
  void recordsOfOneWindowBecomeOnePartial() {
    FoldedPage page =
        fold(
            type.record("1", runs(2, NOON)),
            type.record("2", runs(3, NOON.plusSeconds(59 * 60))),
            type.record("3", runs(4, NOON.plusSeconds(60 * 60))));
    assertThat(page.settled()).hasSize(3);
    assertThat(window(page, Grain.DAY, NOON).sum()).isEqualTo(9);
    assertThat(window(page, Grain.HOUR, NOON).sum()).isEqualTo(5);
    assertThat(window(page, Grain.HOUR, NOON).count()).isEqualTo(2);
    assertThat(window(page, Grain.HOUR, NOON.plusSeconds(3600)).sum()).isEqualTo(4);
    assertThat(page.tail()).isEmpty();
  }

  @Test
  void provisionalRecordsGoToTheTail() {
    FoldedPage page = fold(type.record("1", runs(2, NOON)), type.provisional("2", runs(3, NOON)));
    assertThat(window(page, Grain.DAY, NOON).sum()).isEqualTo(2);
    assertThat(page.tail().values()).extracting(Partial::sum).containsOnly(3d);
  }

  @Test
  void aReportOfADayBelongsToThatDay() {
    Instant midnight = Instant.parse("2026-01-08T00:00:00Z");
    MetricEvent checks =
        new MetricEvent(
            "tidemark.data.quality.check",
            Temporality.DELTA,
            "{check}",
            new MetricValue.Ratio(93, 100),
            null,
            Attributes.none(),
            midnight.minus(Duration.ofDays(1)),
            midnight,
            0,
            null);
    FoldedPage page = fold(type.record("1", checks));
    assertThat(page.settled().keySet())
        .extracting(WindowKey::start)
        .containsExactly(midnight.minus(Duration.ofDays(1)));
  }

  @Test
  void oneBadRecordNeverHarmsTheRest() {
    PageFolder.Folded folded =
        folder.fold(
            reader.pass(
                List.of(
                    type.record("good", runs(2, NOON)),
                    type.record("half", runs(40, NOON), event("tidemark.nope", "1", one(), NOON)),
                    type.record("thrown", context -> throwData()),
                    type.record("defect", context -> List.of(List.<MetricEvent>of().get(3))),
                    type.record("deep", context -> deep()),
                    type.record("also good", runs(3, NOON)))));
    assertThat(window(folded.page(), Grain.DAY, NOON).sum()).isEqualTo(5);
    assertThat(folded.rejected())
        .extracting(RejectedRecord::key)
        .containsExactly("half", "thrown", "defect", "deep");
    assertThat(folded.rejected().get(0).payload().utf8()).isEqualTo("1");
    assertThat(folded.rejected())
        .extracting(RejectedRecord::reason)
        .satisfiesExactly(
            reason ->
                assertThat(reason)
                    .isEqualTo(
                        "metric \"tidemark.nope\" is not in the catalogue; emit a metric that is"),
            reason -> assertThat(reason).isEqualTo("size is missing"),
            reason ->
                assertThat(reason)
                    .startsWith("connector scripted cannot normalise this record of stream records")
                    .contains("IndexOutOfBounds"),
            reason -> assertThat(reason).contains("StackOverflowError"));
  }

  @Test
  void whatTheCatalogueDoesNotKnowIsRejected() {
    assertRejected(event("tidemark.data.pipeline.run", "By", one(), NOON), "cannot be converted");
    assertRejected(event("tidemark.data.pipeline.run", "kg", one(), NOON), "\"kg\"");
    assertRejected(
        event("tidemark.data.pipeline.run", "{run}", new MetricValue.Member("x"), NOON),
        "takes points of kind [SUM], not Member");
    assertRejected(
        event("tidemark.data.asset.count", "{asset}", one(), NOON), "is INSTANT and came as DELTA");
    assertRejected(runs(-1, NOON), "lies between 0.0 and");
    assertRejected(runs(1e19, NOON), "lies between 0.0 and");
    assertRejected(runs(1, NOON.plus(Duration.ofDays(2))), "set the source's clock");
    assertRejected(runs(1, Instant.parse("1969-12-31T00:00:00Z")), "before 1970");
    assertRejected(
        new MetricEvent(
            "tidemark.data.pipeline.run",
            Temporality.DELTA,
            "{run}",
            one(),
            null,
            Attributes.of("who", "jane"),
            NOON,
            NOON,
            0,
            null),
        "must not carry the attribute \"who\"; it may carry [environment, outcome]");
    assertRejected(state("a", Map.of("class", "in\0ternal"), NOON), "character zero");
  }

  @Test
  void commensurableUnitsAreConvertedForEveryMetricOfTime() {
    FoldedPage page =
        fold(
            type.record(
                "1", event("tidemark.change.lead_time", "min", new MetricValue.Quantity(2), NOON)));
    Partial leadTime = page.settled().values().iterator().next();
    assertThat(leadTime.sum()).isEqualTo(120);
    assertThat(MetricCatalogue.standard().require("tidemark.change.lead_time").unit().symbol())
        .isEqualTo("s");
  }

  @Test
  void eventsAboutOneAssetInARecordAreOneStatement() {
    FoldedPage page =
        fold(
            type.record(
                "a",
                state("a", Map.of("class", "internal"), NOON),
                state("a", Map.of("described", "true"), NOON),
                state("b", Map.of("class", "none"), NOON)));
    assertThat(page.facts().upserts())
        .extracting(AssetFacts::facts)
        .containsExactlyInAnyOrder(
            Map.of("class", "internal", "described", "true"), Map.of("class", "none"));
  }

  @Test
  void theLastWordCounts() {
    FoldedPage page =
        fold(
            type.record("a", state("a", Map.of("class", "internal"), NOON)),
            Change.delete("a"),
            type.record("b", state("b", Map.of("class", "none"), NOON)),
            Change.delete("c"),
            type.record("c", state("c", Map.of("class", "none"), NOON)));
    assertThat(page.facts().deleted()).containsExactly("a", "c");
    assertThat(page.facts().upserts()).extracting(AssetFacts::recordKey).containsExactly("b", "c");
    FoldedPage truncated =
        fold(
            type.record("a", state("a", Map.of("class", "internal"), NOON)),
            new Change(Operation.TRUNCATE, Settlement.SETTLED, "", Bytes.empty()));
    assertThat(truncated.facts().truncated()).isTrue();
    assertThat(truncated.facts().upserts()).isEmpty();
  }

  @Test
  void countersBecomeReadingsAndMentionTheirAsset() {
    FoldedPage page = fold(type.record("a", reads("a", 7, Instant.EPOCH, NOON)));
    assertThat(page.settled()).isEmpty();
    assertThat(page.readings()).hasSize(1);
    assertThat(page.readings().get(0).value()).isEqualTo(7);
    assertThat(page.facts().upserts()).extracting(AssetFacts::facts).containsExactly(Map.of());
  }

  @Test
  void aSnapshotSpeaksForItsKeysButNotForThoseItCouldNotRead() {
    FoldedPage page =
        folder
            .fold(
                reader.snapshot(
                    List.of(
                        type.record("b", state("b", Map.of(), NOON)),
                        type.record("d", context -> throwData()),
                        type.record("f", state("f", Map.of(), NOON))),
                    new KeyRange("a", "k")))
            .page();
    assertThat(page.facts().replaced())
        .containsExactly(new KeyRange("a", "b"), new KeyRange("d", "k"));
  }

  @Test
  void pseudonymsAreKeyedHashesAndStable() {
    Change change =
        type.record(
            "1",
            context ->
                List.of(
                    event(
                        "tidemark.identity.principal.active",
                        "{principal}",
                        new MetricValue.Member(context.pseudonym("jane@example.com")),
                        NOON)));
    Partial first = fold(change).settled().values().iterator().next();
    Partial again = fold(change).settled().values().iterator().next();
    assertThat(again).isEqualTo(first);
    assertThat(Partials.distinct(first)).isEqualTo(1);
    assertThat(
            new Pseudonyms(organisation -> "key".getBytes(StandardCharsets.UTF_8))
                .of(reader.stream.organisation())
                .apply("The quick brown fox jumps over the lazy dog"))
        .isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
  }

  @Test
  void aTypeThatIsNotThereIsNamed() {
    PageFolder none = new PageFolder(Map.of(), new Pseudonyms(organisation -> new byte[1]));
    assertThatThrownBy(() -> none.fold(reader.pass(List.of())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "no connector of type \"scripted\" is on the class path, which has []; add its jar");
  }

  private void assertRejected(MetricEvent event, String reason) {
    PageFolder.Folded folded = folder.fold(reader.pass(List.of(type.record("bad", event))));
    assertThat(folded.rejected()).hasSize(1);
    assertThat(folded.rejected().get(0).reason()).contains(reason);
    assertThat(folded.page().settled()).isEmpty();
  }

  private FoldedPage fold(Change... changes) {
    PageFolder.Folded folded = folder.fold(reader.pass(List.of(changes)));
    assertThat(folded.rejected()).isEmpty();
    return folded.page();
  }

  private static Partial window(FoldedPage page, Grain grain, Instant at) {
    return page.settled().entrySet().stream()
        .filter(entry -> entry.getKey().grain() == grain)
        .filter(entry -> entry.getKey().start().equals(grain.startOf(at)))
        .map(Map.Entry::getValue)
        .reduce(Partial.empty(), (left, right) -> Partials.merge(WindowClass.SUM, left, right));
  }

  private static MetricValue one() {
    return new MetricValue.Quantity(1);
  }

  private static List<MetricEvent> throwData() {
    throw ConnectorException.of(Category.DATA, "size is missing");
  }

  private static List<MetricEvent> deep() {
    throw new StackOverflowError("as a recursive parser throws");
  }
}
