// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.beam.Samples.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes written by earlier releases. A file here is never changed: a new layout gets new files, and
 * the old ones must still read.
 */
final class GoldenBytesTest {
  static List<Sample<?>> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void oldBytesStillRead(Sample<T> sample) throws IOException {
    assertThat(CoderUtils.decodeFromByteArray(sample.coder(), golden(sample)))
        .isEqualTo(sample.value());
  }

  static List<Sample<?>> earlierSamples() {
    return EarlierSamples.all();
  }

  @ParameterizedTest
  @MethodSource("earlierSamples")
  <T> void bytesOfEarlierLayoutsStillRead(Sample<T> sample) throws IOException {
    assertThat(CoderUtils.decodeFromByteArray(sample.coder(), golden(sample)))
        .isEqualTo(sample.value());
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void theLayoutIsTheOneOnRecord(Sample<T> sample) throws IOException {
    assertThat(CoderUtils.encodeToByteArray(sample.coder(), sample.value()))
        .asHexString()
        .isEqualToIgnoringCase(HexFormat.of().formatHex(golden(sample)));
  }

  private static byte[] golden(Sample<?> sample) throws IOException {
    String file = "/golden/" + sample.name() + ".hex";
    try (InputStream in = GoldenBytesTest.class.getResourceAsStream(file)) {
      byte[] content = Objects.requireNonNull(in, file).readAllBytes();
      return HexFormat.of()
          .parseHex(new String(content, StandardCharsets.US_ASCII).replaceAll("\\s", ""));
    }
  }
}
