// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.stream.KeyRange;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class KeyOrderTest {
  @Property
  void isTheOrderOfTheBytes(
      @ForAll @StringLength(max = 4) String left, @ForAll @StringLength(max = 4) String right) {
    String one = wellFormed(left);
    String other = wellFormed(right);
    assertThat(Integer.signum(KeyOrder.compare(one, other)))
        .isEqualTo(Integer.signum(Arrays.compareUnsigned(bytes(one), bytes(other))));
  }

  @Test
  void astralCharactersComeAfterAllOthers() {
    assertThat(KeyOrder.compare("\uFFFD", "\uD83D\uDE00")).isNegative();
  }

  @Test
  void rangesMeetOrDoNot() {
    assertThat(KeyOrder.overlap(KeyRange.all(), new KeyRange("a", "b"))).isTrue();
    assertThat(KeyOrder.overlap(new KeyRange(null, "b"), new KeyRange("b", null))).isFalse();
    assertThat(KeyOrder.overlap(new KeyRange("a", "c"), new KeyRange("b", "d"))).isTrue();
    assertThat(KeyOrder.overlap(new KeyRange("c", "d"), new KeyRange("a", "b"))).isFalse();
  }

  private static String wellFormed(String text) {
    return new String(bytes(text), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
