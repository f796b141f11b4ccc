// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
  @ParameterizedTest
  @CsvSource({
    "BAD_REQUEST, 42P01, UNSUPPORTED",
    "BAD_REQUEST, 42703, UNSUPPORTED",
    "BAD_REQUEST, 42501, PERMISSION",
    "BAD_REQUEST, 42601, UNSUPPORTED",
    "UNAUTHENTICATED, '', AUTH",
    "NOT_FOUND, '', NOT_FOUND",
    "RESOURCE_EXHAUSTED, 57000, RATE_LIMITED",
    "TEMPORARILY_UNAVAILABLE, '', TRANSIENT",
    "WORKSPACE_TEMPORARILY_UNAVAILABLE, 08000, TRANSIENT",
    "SERVICE_UNDER_MAINTENANCE, '', TRANSIENT",
    "DEADLINE_EXCEEDED, '', TRANSIENT",
    "IO_ERROR, '', TRANSIENT",
    "ABORTED, '', TRANSIENT",
    "CANCELED, '', TRANSIENT",
    "UNKNOWN, XX000, TRANSIENT"
  })
  void aStatementThatFailedHasItsCategory(String code, String state, Category category) {
    ConnectorException failure = Failures.ofStatement(code, state, "why");
    assertThat(failure.category()).isEqualTo(category);
    assertThat(failure).hasMessageContaining(code).hasMessageContaining("why");
  }

  @Test
  void ofAVeryLongMessageTheBeginningIsEnough() {
    ConnectorException failure = Failures.ofStatement("BAD_REQUEST", "42601", "x".repeat(10_000));
    assertThat(String.valueOf(failure.getMessage())).hasSizeLessThan(500);
  }
}
