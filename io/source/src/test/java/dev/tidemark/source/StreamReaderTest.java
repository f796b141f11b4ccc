// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.PassStep;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.ledger.LeaseAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamReaderTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Stratum STRATUM = new Stratum("example://a");
  private static final StreamId STREAM =
      new StreamId(
          new OrganisationId(UUID.randomUUID()), new ConnectorId(UUID.randomUUID()), "events");

  private final StreamReader reader = new StreamReader(STREAM, "example");
  private final Lease lease = Lease.random();

  @BeforeEach
  void begin() {
    reader.begin(lease, new LeaseAnswer.Taken(4, cursor(10)));
  }

  @Test
  void pagesGoOnFromTheRowUnderTheLeaseInSequence() {
    Page first = accept(page(cursor(11), cursor(11), "more", settled())).orElseThrow();
    Page last = accept(page(cursor(12), cursor(12), "end", settled())).orElseThrow();

    assertThat(first.stamp().lease()).isEqualTo(lease);
    assertThat(List.of(first.stamp().sequence(), last.stamp().sequence())).containsExactly(5L, 6L);
    assertThat(first.stamp().before()).isEqualTo(ReadPosition.at(cursor(10)));
    assertThat(last.stamp().before()).isEqualTo(first.stamp().after());
    assertThat(List.of(first.stamp().step(), last.stamp().step()))
        .containsExactly(PassStep.FIRST, PassStep.LAST);
  }

  @Test
  void thePassKeepsItsUpperBoundAndTheNextOneGetsItsOwn() {
    Instant upper = request(NOW).upper();
    accept(page(cursor(11), cursor(11), "more", settled()));
    assertThat(request(NOW.plusSeconds(9)).upper()).isEqualTo(upper);
    accept(page(cursor(12), cursor(12), "end", settled()));
    assertThat(request(NOW.plusSeconds(9)).upper()).isEqualTo(NOW.plusSeconds(9));
  }

  @Test
  void aPassThatFailedBeforeItsFirstPageBeginsAnew() {
    request(NOW);
    assertThat(request(NOW.plusSeconds(3_600)).upper()).isEqualTo(NOW.plusSeconds(3_600));
  }

  @Test
  void aPassThatShowsNothingNewMakesNoPageOnceTheTailIsKnownToBeEmpty() {
    assertThat(accept(nothing())).as("the committed tail may not be empty").isPresent();
    assertThat(accept(nothing())).isEmpty();
    Page next = accept(page(cursor(11), cursor(11), "end", settled())).orElseThrow();
    assertThat(next.stamp().sequence()).isEqualTo(6);
  }

  @Test
  void aTailThatIsGoneTakesAPageToSaySo() {
    accept(nothing());
    assertThat(accept(page(cursor(10), cursor(10), "end", provisional()))).isPresent();
    assertThat(accept(nothing())).isPresent();
    assertThat(accept(nothing())).isEmpty();
  }

  @Test
  void anEmptySnapshotSpeaksForItsKeys() {
    accept(nothing());
    Fetched empty =
        new Fetched(
            List.of(),
            ReadPosition.at(cursor(10)),
            false,
            KeyRange.all(),
            NOW,
            new Volume(1, 0, 0, 1));
    assertThat(accept(empty)).isPresent();
  }

  @Test
  void aNewLeaseGoesBackToTheRow() {
    accept(page(cursor(10), cursor(15), "more", provisional()));
    reader.letGo();
    assertThat(reader.lease()).isEmpty();
    Lease next = Lease.random();
    reader.begin(next, new LeaseAnswer.Taken(4, cursor(10)));

    assertThat(reader.isUnderWay()).isFalse();
    assertThat(request(NOW).position()).isEqualTo(ReadPosition.at(cursor(10)));
    Page page = accept(page(cursor(11), cursor(11), "end", settled())).orElseThrow();
    assertThat(page.stamp().sequence()).isEqualTo(5);
    assertThat(page.stamp().step()).isEqualTo(PassStep.ONLY);
  }

  @Test
  void aConnectorThatBreaksTheContractIsToldApartFromASourceThatFails() {
    assertThatThrownBy(() -> accept(page(cursor(10), cursor(10), "more", settled())))
        .isInstanceOfSatisfying(
            ConnectorException.class, e -> assertThat(e.category()).isEqualTo(Category.INTERNAL))
        .hasMessageContaining("more but does not move on");
    assertThatThrownBy(() -> accept(page(cursor(10), cursor(12), "end", settled())))
        .hasMessageContaining("instead of its settled cursor");
  }

  private FetchRequest request(Instant now) {
    return reader.request(now, PageLimits.STANDARD);
  }

  private Optional<Page> accept(Fetched fetched) {
    request(NOW);
    return reader.accept(fetched, STRATUM, NOW);
  }

  private static Fetched nothing() {
    return page(cursor(10), cursor(10), "end", null);
  }

  private static Fetched page(
      Cursor settled, Cursor position, String then, @Nullable Change change) {
    return new Fetched(
        change == null ? List.of() : List.of(change),
        new ReadPosition(settled, position),
        then.equals("more"),
        null,
        NOW,
        new Volume(1, 1, 1, 1));
  }

  private static Change settled() {
    return Change.upsert("k", Bytes.utf8("{}"));
  }

  private static Change provisional() {
    return new Change(Operation.UPSERT, Settlement.PROVISIONAL, "k", Bytes.utf8("{}"));
  }

  private static Cursor cursor(int n) {
    return new Cursor("{\"n\":" + n + "}");
  }
}
