// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import org.junit.jupiter.api.Test;

class HeadcountTest {
  private final Headcount headcount = new Headcount();

  @Test
  void whatNobodyMayLookIntoCountsAsTheAverageOfTheOthers() {
    headcount.count("table", "north", () -> 4);
    headcount.count("table", "south", () -> 7);
    headcount.count("table", "west", () -> refused(Category.PERMISSION));
    headcount.hide("model", "west");
    headcount.expect("bucket");
    assertThat(written())
        .isEqualTo(
            "{\"unseen\":[\"table west\",\"model west\"],"
                + "\"seen\":{\"bucket\":0,\"model\":0,\"table\":11},"
                + "\"there\":{\"bucket\":0,\"model\":1,\"table\":17}}");
  }

  @Test
  void saysNothingOfAKindThatCannotBeCounted() {
    headcount.count("table", "north", () -> 4);
    headcount.forget("table");
    assertThat(written()).isEqualTo("{\"unseen\":[],\"seen\":{},\"there\":{}}");
  }

  @Test
  void otherFailuresThanRefusalsAreNoHiddenPlaces() {
    assertThatThrownBy(() -> headcount.count("table", "west", () -> refused(Category.TRANSIENT)))
        .isInstanceOf(ConnectorException.class);
  }

  private String written() {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    headcount.write(record);
    return record.toString();
  }

  private static long refused(Category category) {
    throw ConnectorException.of(category, "not here");
  }
}
