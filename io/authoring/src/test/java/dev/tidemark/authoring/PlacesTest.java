// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.stream.Cursor;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
  private static final Instant TIME = Instant.parse("2026-01-08T03:00:00.123456789Z");

  @Test
  void comeBackFromTheirCursors() {
    Place place = Place.of(Cursor.start()).at("a/b").skipping("a/");
    assertThat(place).isEqualTo(new Place("a/~", Place.Skipped.SOMETHING));
    assertThat(Place.of(place.cursor())).isEqualTo(place);
    HistoryPlace history = new HistoryPlace(TIME, List.of("1", "x\"y"));
    assertThat(HistoryPlace.of(history.cursor(), Instant.EPOCH)).isEqualTo(history);
  }

  @Test
  void beginAtTheBeginning() {
    assertThat(Place.of(Cursor.start()).after()).isEmpty();
    assertThat(HistoryPlace.of(Cursor.start(), TIME)).isEqualTo(HistoryPlace.at(TIME));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{\"from\":\"yesterday\"}", "{\"from\":1}", "{\"x\":1}"})
  void refuseACursorOfAnother(String json) {
    assertThatThrownBy(() -> HistoryPlace.of(new Cursor(json), TIME))
        .isInstanceOfSatisfying(
            ConnectorException.class, it -> assertThat(it.category()).isEqualTo(Category.DATA))
        .hasMessageContaining("reset the stream");
  }

  @Test
  void keysKeepPartsApartAndHaveOneOrder() {
    assertThat(Keys.path("a/b", "c")).isEqualTo("a%2Fb/c/").isNotEqualTo(Keys.path("a", "b/c"));
    assertThat(Keys.encoded("ä ~")).isEqualTo("%C3%A4%20%7E");
    assertThat(Keys.path("a", "zz")).isLessThan(Keys.behind(Keys.path("a")));
    assertThat(Keys.path("b")).isGreaterThan(Keys.behind(Keys.path("a")));
  }
}
