// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotPassTest {
  private static final Instant UPPER = Instant.parse("2026-01-08T03:00:00Z");

  private final Shelf shelf = new Shelf();
  private final Listed stream = new Listed();

  @Test
  void showsPartsAndItemsInTheOrderOfTheirKeysPageByPage() {
    List<Fetched> pages = pass(2);
    assertThat(keys(pages)).containsExactly("a/1", "a/2", "b/1", "c/1");
    assertThat(pages.get(0).replaces()).isEqualTo(new KeyRange(null, "a/2"));
    assertThat(pages.get(pages.size() - 1).replaces()).isEqualTo(new KeyRange("c/1", null));
    assertThat(pages.get(pages.size() - 1).completeThrough()).isEqualTo(UPPER);
    assertThat(shelf.asked).isEqualTo(3);
  }

  @Test
  void speaksForNoKeyOfAPartThatRefusesItself() {
    shelf.refused = "b";
    List<Fetched> pages = pass(9);
    assertThat(keys(pages)).containsExactly("a/1", "a/2", "c/1");
    assertThat(pages.get(0).replaces()).isEqualTo(new KeyRange(null, "b/"));
    assertThat(pages.get(1).replaces()).isEqualTo(new KeyRange("b/~", null));
    assertThat(pages.get(1).completeThrough()).isNull();
  }

  @Test
  void leavesOutWhatHasGoneSinceItWasListed() {
    shelf.gone = "a/2";
    assertThat(keys(pass(9))).containsExactly("a/1", "b/1", "c/1");
  }

  private List<Fetched> pass(int size) {
    List<Fetched> pages = new ArrayList<>();
    ReadPosition position = ReadPosition.at(Cursor.start());
    do {
      FetchRequest request = new FetchRequest("listed", position, UPPER, size, 1_000_000);
      pages.add(stream.fetch(shelf, PageDraft.of(request, shelf, 1_000)));
      position = pages.get(pages.size() - 1).next();
    } while (pages.get(pages.size() - 1).more());
    return pages;
  }

  private static List<String> keys(List<Fetched> pages) {
    return pages.stream().flatMap(page -> page.changes().stream()).map(Change::key).toList();
  }

  private static final class Shelf implements ListingSession {
    private final Listings listings = new Listings();
    private String refused = "";
    private String gone = "";
    private int asked;

    @Override
    public Listings listings() {
      return listings;
    }

    @Override
    public long calls() {
      return asked;
    }

    @Override
    public Cost cost() {
      return Cost.none();
    }

    private List<Item<Shelf>> items(Part part) {
      asked++;
      if (part.name().equals(refused)) {
        throw ConnectorException.of(Category.PERMISSION, "not this one");
      }
      List<String> names = part.name().equals("a") ? List.of("2", "1") : List.of("1");
      return names.stream().map(name -> item(part.path() + name)).toList();
    }

    private static Item<Shelf> item(String key) {
      return new Item<>(
          key,
          shelf ->
              key.equals(shelf.gone)
                  ? Optional.empty()
                  : Optional.of(JsonNodeFactory.instance.objectNode()));
    }
  }

  private record Listed() implements SnapshotStream<Shelf> {
    @Override
    public StreamDescription description() {
      return new StreamDescription(
          "listed",
          "Listed",
          StreamKind.SNAPSHOT,
          Duration.ofHours(1),
          Duration.ZERO,
          Precedence.NATIVE_PLATFORM,
          List.of(MetricNames.ASSET_COUNT));
    }

    @Override
    public List<Field> fields() {
      return List.of();
    }

    @Override
    public List<String> primaryKey() {
      return List.of();
    }

    @Override
    public List<Part> parts(Shelf shelf) {
      return List.of(Part.of("c"), Part.of("a"), Part.of("b"));
    }

    @Override
    public List<Item<Shelf>> items(Part part, Shelf shelf) {
      return shelf.items(part);
    }

    @Override
    public void normalise(Facts record, NormaliseContext context, Emitter emitter) {}
  }
}
