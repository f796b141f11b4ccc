// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.beam.Samples.Sample;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CorruptBytesTest {
  private static final long SEED = 20_260_108;

  static List<Sample<?>> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void bytesThatEndEarlyAreOneClearError(Sample<T> sample) throws IOException {
    byte[] whole = CoderUtils.encodeToByteArray(sample.coder(), sample.value());
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> CoderUtils.decodeFromByteArray(sample.coder(), part))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(CoderException.class)
          .hasMessageStartingWith("cannot read ")
          .hasMessageEndingWith("the bytes end too early");
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void changedBytesAreAnotherValueOrOneClearError(Sample<T> sample) throws IOException {
    byte[] whole = CoderUtils.encodeToByteArray(sample.coder(), sample.value());
    Random random = new Random(SEED);
    for (int i = 0; i < 500; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      assertThat(failure(sample, changed))
          .as("seed %d, change %d", SEED, i)
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(),
              error -> assertThat(error).isInstanceOf(CoderException.class));
    }
  }

  @Test
  void aLaterLayoutIsNamed() {
    assertThatThrownBy(
            () -> CoderUtils.decodeFromByteArray(PartialCoder.of(), new byte[] {2, 0, 0}))
        .isInstanceOf(CoderException.class)
        .hasMessage(
            "cannot read Partial: its layout is version 2, known is 1; a later release wrote it or"
                + " it is something else");
  }

  @Test
  void aLengthIsNotBelievedBeforeItsBytesCome() {
    byte[] huge = {
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      (byte) 0xF0,
      (byte) 0xFF,
      (byte) 0xFF,
      (byte) 0xFF,
      7
    };
    assertThatThrownBy(() -> CoderUtils.decodeFromByteArray(PartialCoder.of(), huge))
        .isInstanceOf(CoderException.class)
        .hasMessageContaining("Partial");
  }

  private static <T> @Nullable Throwable failure(Sample<T> sample, byte[] bytes) {
    try {
      CoderUtils.decodeFromByteArray(sample.coder(), bytes);
      return null;
    } catch (Exception e) {
      return e;
    }
  }
}
