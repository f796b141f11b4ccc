// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @Test
  void namesAnUnknownOptionAndWhatWasMeant() {
    Ran ran = Ran.tidemark("connectors", "--jsno");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err())
        .contains("'--jsno'")
        .contains("--json")
        .contains("Try: tidemark connectors --help");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void namesAnUnknownCommandAndWhatWasMeant() {
    Ran ran = Ran.tidemark("conectors");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("'conectors'").contains("connectors");
  }

  @Test
  void asksForACommand() {
    Ran ran = Ran.tidemark();
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("needs one of").contains("connectors");
  }

  @Test
  void namesAnUnknownConnectorType() {
    Ran ran = Ran.tidemark("connectors", "describe", "oracel");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("no connector type 'oracel'").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "help"})
  void helpsOnTheStandardOutput(String how) {
    Ran ran = Ran.tidemark(how);
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("Exit codes: 0 fine");
    assertThat(ran.err()).isEmpty();
  }
}
