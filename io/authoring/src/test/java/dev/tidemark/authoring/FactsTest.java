// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
  private static final String RECORD =
      """
      {"name":"orders","count":9007199254740993,"share":0.5,"on":true,"gone":null,
       "at":"2026-03-29T03:30:00+02:00","tags":["a","b"],"inner":{"name":"x"},
       "items":[{"name":"y"}]}\
      """;

  @Test
  void readsEachTypeAsItIs() {
    Facts facts = facts(RECORD);
    assertThat(facts.key()).isEqualTo("k");
    assertThat(facts.text("name")).isEqualTo("orders");
    assertThat(facts.count("count")).isEqualTo(9_007_199_254_740_993L);
    assertThat(facts.number("share")).isEqualTo(0.5);
    assertThat(facts.flag("on")).isTrue();
    assertThat(facts.instant("at")).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    assertThat(facts.texts("tags")).containsExactly("a", "b");
    assertThat(facts.object("inner").text("name")).isEqualTo("x");
    assertThat(facts.list("items").get(0).text("name")).isEqualTo("y");
  }

  @Test
  void tellsNullAndAbsentFromZeroAndEmpty() {
    Facts facts = facts("{\"gone\":null,\"zero\":0,\"empty\":\"\"}");
    for (String name : List.of("gone", "absent")) {
      assertThat(facts.findText(name)).isEmpty();
      assertThat(facts.findCount(name)).isEmpty();
      assertThat(facts.findNumber(name)).isEmpty();
      assertThat(facts.findInstant(name)).isEmpty();
      assertThat(facts.findFlag(name)).isEmpty();
      assertThat(facts.findObject(name)).isEmpty();
      assertThat(facts.optionalList(name)).isEmpty();
      assertThat(facts.knows(name)).isFalse();
    }
    assertThat(facts.findCount("zero")).hasValue(0);
    assertThat(facts.findText("empty")).contains("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "7", "null"})
  void refusesWhatIsNoRecord(String payload) {
    assertThatThrownBy(() -> facts(payload))
        .isInstanceOfSatisfying(
            ConnectorException.class, it -> assertThat(it.category()).isEqualTo(Category.DATA))
        .hasMessageContaining("record k");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "1.5", "9223372036854775808", "\"7\"", "null", "{}"})
  void refusesANumberThatIsNotWhole(String value) {
    Facts facts = facts("{\"count\":" + value + "}");
    assertThatThrownBy(() -> facts.count("count"))
        .hasMessage("record k: field count must be a whole number");
  }

  @Test
  void namesTheFieldThatIsNoTime() {
    Facts facts = facts("{\"at\":\"yesterday\"}");
    assertThatThrownBy(() -> facts.instant("at")).hasMessage("record k: field at must be a time");
    assertThatThrownBy(() -> facts.instant("to")).hasMessage("record k: field to must be a time");
  }

  private static Facts facts(String json) {
    return Facts.of(Change.upsert("k", Bytes.utf8(json)));
  }
}
