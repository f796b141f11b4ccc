// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlinkAddressTest {
  @ParameterizedTest
  @CsvSource({
    "flink:9000, flink, 9000",
    "flink, flink, 8081",
    "http://10.0.0.7:8081/, 10.0.0.7, 8081",
    "[::1]:8081, [::1], 8081"
  })
  void isReadFromText(String text, String host, int port) {
    assertThat(FlinkAddress.of(text)).isEqualTo(new FlinkAddress(host, port));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "flink:port", "flink:99999", "ftp://flink"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> FlinkAddress.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesAClusterThatDoesNotAnswer() {
    FlinkAddress nobody = new FlinkAddress("127.0.0.1", 1);
    assertThatThrownBy(() -> new FlinkRest(nobody).get("/overview"))
        .isInstanceOf(FlinkException.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("Check that the cluster runs");
  }

  @Test
  void findsTheInnermostCause() {
    String trace =
        """
        java.lang.RuntimeException: outer
        \tat a.B.c(B.java:1)
        Caused by: java.io.IOException: middle
        \tat d
        Caused by: dev.x.DiskFullException: no space left
        \t... 3 more
        """;
    assertThat(RootCause.in(trace)).contains("DiskFullException: no space left");
    assertThat(RootCause.in("")).isEmpty();
  }
}
