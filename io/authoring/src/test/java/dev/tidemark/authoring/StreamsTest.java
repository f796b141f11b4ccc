// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamsTest {
  private static final NormaliseContext CONTEXT =
      new NormaliseContext(new Stratum("acme://1"), Instant.EPOCH, text -> text);

  private final Streams<Integer> streams =
      new Streams<>("acme", List.of(new Counted("things"), new Counted("uses")));

  @Test
  void areFoundByNameAndRefusedWithThoseThereAre() {
    assertThat(streams.require("uses").description().name()).isEqualTo("uses");
    assertThatThrownBy(() -> streams.require("nothing"))
        .isInstanceOfSatisfying(
            ConnectorException.class, it -> assertThat(it.category()).isEqualTo(Category.NOT_FOUND))
        .hasMessage("acme has no stream 'nothing'; it has things, uses");
  }

  @Test
  void showTheShapeOfTheirRecords() {
    assertThat(streams.discovered()).hasSize(2);
    assertThat(streams.discovered().get(0).primaryKey()).containsExactly("id");
    assertThat(streams.descriptions())
        .extracting(StreamDescription::name)
        .containsExactly("things", "uses");
  }

  @Test
  void normaliseWhatIsThereAtItsTimeAndNothingOfADeletion() {
    List<MetricEvent> events = new ArrayList<>();
    Bytes payload = Bytes.utf8("{\"at\":\"2026-01-08T03:00:00Z\"}");
    streams.normalise("things", Change.upsert("k", payload), CONTEXT, events::add);
    assertThat(events).hasSize(1);
    assertThat(events.get(0).end()).isEqualTo(Instant.parse("2026-01-08T03:00:00Z"));
    Change deletion = new Change(Operation.DELETE, Settlement.SETTLED, "k", payload);
    streams.normalise("things", deletion, CONTEXT, events::add);
    assertThat(events).hasSize(1);
  }

  private record Counted(String name) implements SourceStream<Integer> {
    @Override
    public StreamDescription description() {
      return new StreamDescription(
          name,
          "Things",
          StreamKind.SNAPSHOT,
          Duration.ofHours(1),
          Duration.ZERO,
          Precedence.NATIVE_PLATFORM,
          List.of(MetricNames.ASSET_COUNT));
    }

    @Override
    public List<Field> fields() {
      return List.of(new Field("id", "string", "name"));
    }

    @Override
    public List<String> primaryKey() {
      return List.of("id");
    }

    @Override
    public String cursor() {
      return "id ascending";
    }

    @Override
    public Fetched fetch(Integer session, PageDraft draft) {
      return draft.ends(null);
    }

    @Override
    public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
      emitter.gauge(MetricNames.ASSET_COUNT, 1, null, dev.tidemark.model.window.Attributes.none());
    }
  }
}
