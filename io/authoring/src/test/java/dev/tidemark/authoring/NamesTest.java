// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void fitOneOfTheIncludedAndNoneOfTheExcluded() {
    Names names = Names.matching(List.of("sales*", "h?"), List.of("*_tmp"));
    assertThat(List.of("sales", "sales.eu\n1", "hr")).allMatch(names::contains);
    assertThat(List.of("sales_tmp", "h", "hrx", "presales", "SALES")).noneMatch(names::contains);
  }

  @Test
  void takeWhatIsNoPatternAsItIs() {
    Names names = Names.matching(List.of("a.b[c]\\E"), List.of());
    assertThat(names.contains("a.b[c]\\E")).isTrue();
    assertThat(names.contains("axb[c]\\E")).isFalse();
  }

  @Test
  void mayIgnoreCase() {
    Names names = Names.matchingAnyCase(List.of("Größe*"), List.of("*ALT"));
    assertThat(names.contains("GRÖßE_1")).isTrue();
    assertThat(names.contains("größe_alt")).isFalse();
  }
}
