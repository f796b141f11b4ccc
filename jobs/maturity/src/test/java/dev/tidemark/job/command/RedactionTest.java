// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
  @ParameterizedTest
  @CsvSource({
    "at postgresql://ada:hunter2@db:5432/x now, at postgresql://ada:***@db:5432/x now",
    "jdbc:postgresql://db/x?user=ada&password=hunter2&ssl=on,"
        + " jdbc:postgresql://db/x?user=ada&password=***&ssl=on",
    "nothing to hide at http://127.0.0.1:8081/x, nothing to hide at http://127.0.0.1:8081/x"
  })
  void takesPasswordsOut(String text, String printed) {
    assertThat(Redaction.of(text)).isEqualTo(printed);
  }
}
