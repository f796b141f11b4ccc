// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PageDraftTest {
  private static final Instant UPPER = Instant.parse("2026-01-08T03:00:00Z");
  private static final Cursor NEXT = new Cursor("{\"after\":\"b\"}");

  private final Spent spent = new Spent();

  @Test
  void endsByRecordsBytesOrCalls() {
    PageDraft byRecords = draft(2, 1_000_000);
    byRecords.add("a", JsonNodeFactory.instance.objectNode());
    assertThat(byRecords.isFull()).isFalse();
    assertThat(byRecords.room()).isEqualTo(1);
    byRecords.add("b", JsonNodeFactory.instance.objectNode());
    assertThat(byRecords.isFull()).isTrue();

    PageDraft byBytes = draft(9, 5);
    byBytes.add("a", JsonNodeFactory.instance.objectNode().put("x", 1));
    assertThat(byBytes.isFull()).isTrue();

    PageDraft byCalls = draft(9, 1_000_000).endingAfter(3);
    assertThat(byCalls.isFull()).isFalse();
    spent.calls = 3;
    assertThat(byCalls.isFull()).isTrue();
  }

  @Test
  void holdsNoMoreThanWasAskedFor() {
    assertThat(draft(2, 1_000).room()).isEqualTo(2);
    FetchRequest request = request(50, 1_000);
    assertThat(PageDraft.of(request, spent, 10).room()).isEqualTo(10);
  }

  @Test
  void speaksForTheKeysItHasSeen() {
    PageDraft draft = draft(9, 1_000_000);
    draft.startAfter("a");
    draft.add("b", JsonNodeFactory.instance.objectNode());
    assertThat(draft.goesOn("b", NEXT).replaces()).isEqualTo(new KeyRange("a", "b"));
    assertThat(draft.goesOnBefore("c", NEXT).replaces()).isEqualTo(new KeyRange("a", "b"));
    assertThat(draft.ends(UPPER).replaces()).isEqualTo(new KeyRange("a", null));
    assertThat(draft(9, 9).goesOnBefore("c", NEXT).replaces()).isEqualTo(new KeyRange("", ""));
  }

  @Test
  void tellsWhatIsGone() {
    PageDraft draft = draft(2, 1_000_000);
    draft.delete("a", Settlement.PROVISIONAL);
    assertThat(draft.goesOn("a", NEXT).changes())
        .containsExactly(new Change(Operation.DELETE, Settlement.PROVISIONAL, "a", Bytes.empty()));
    assertThat(draft.room()).isEqualTo(1);
  }

  @Test
  void tellsWhatItTook() {
    spent.calls = 4;
    spent.cost = Cost.of("dbu", 0.25);
    PageDraft draft = draft(9, 1_000_000);
    draft.add("b", JsonNodeFactory.instance.objectNode());
    draft.count(10);
    Fetched page = draft.told(ReadPosition.at(NEXT), PageDraft.More.NO, null);
    assertThat(page.volume().calls()).isEqualTo(4);
    assertThat(page.volume().records()).isEqualTo(11);
    assertThat(page.volume().bytes()).isEqualTo(2);
    assertThat(page.volume().cost()).isEqualTo(Cost.of("dbu", 0.25));
    assertThat(page.more()).isFalse();
  }

  private PageDraft draft(int records, long bytes) {
    return PageDraft.of(request(records, bytes), spent, 1_000);
  }

  private static FetchRequest request(int records, long bytes) {
    return new FetchRequest("s", ReadPosition.at(Cursor.start()), UPPER, records, bytes);
  }

  private static final class Spent implements Spending {
    private long calls;
    private Cost cost = Cost.none();

    @Override
    public long calls() {
      return calls;
    }

    @Override
    public Cost cost() {
      return cost;
    }
  }
}
