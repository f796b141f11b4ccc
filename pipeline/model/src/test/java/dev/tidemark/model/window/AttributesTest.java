// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AttributesTest {
  private static final Attributes BOTH = Attributes.of(reversed("mfa", "true", "outcome", "ok"));

  @Test
  void standByNameWhateverOrderTheyCameIn() {
    assertThat(BOTH).isEqualTo(Attributes.of(Map.of("mfa", "true", "outcome", "ok")));
    assertThat(BOTH.size()).isEqualTo(2);
    assertThat(BOTH.name(0)).isEqualTo("mfa");
    assertThat(BOTH.value(0)).isEqualTo("true");
    assertThat(BOTH.name(1)).isEqualTo("outcome");
    assertThat(BOTH.value(1)).isEqualTo("ok");
  }

  @Test
  void printAsTheMapTheyStandFor() {
    for (Attributes attributes : List.of(Attributes.none(), Attributes.of("mfa", "true"), BOTH)) {
      assertThat(attributes).hasToString(attributes.values().toString());
    }
  }

  /** Equal maps of windows must be written the same, so no two different ones may tie. */
  @Test
  void areOrderedByContent() {
    List<Attributes> inOrder =
        List.of(
            Attributes.none(),
            Attributes.of("mfa", "false"),
            Attributes.of("mfa", "true"),
            BOTH,
            Attributes.of("outcome", "ok"));
    for (int left = 0; left < inOrder.size(); left++) {
      for (int right = 0; right < inOrder.size(); right++) {
        assertThat(Integer.signum(inOrder.get(left).compareTo(inOrder.get(right))))
            .isEqualTo(Integer.compare(left, right));
      }
    }
  }

  private static Map<String, String> reversed(
      String name, String value, String laterName, String laterValue) {
    Map<String, String> values =
        new LinkedHashMap<>(Collections.singletonMap(laterName, laterValue));
    values.put(name, value);
    return values;
  }
}
