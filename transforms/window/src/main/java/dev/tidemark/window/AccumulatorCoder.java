// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.beam.PartialCoder;
import dev.tidemark.model.metric.WindowClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.apache.beam.sdk.coders.CustomCoder;
import org.jspecify.annotations.Nullable;

/** Writes an accumulator as the partial it has come to. */
final class AccumulatorCoder extends CustomCoder<Accumulator> {
  private static final long serialVersionUID = 1L;

  private final WindowClass windowClass;

  AccumulatorCoder(WindowClass windowClass) {
    this.windowClass = windowClass;
  }

  @Override
  public void encode(Accumulator accumulator, OutputStream out) throws IOException {
    PartialCoder.of().encode(accumulator.partial(), out);
  }

  @Override
  public Accumulator decode(InputStream in) throws IOException {
    Accumulator accumulator = new Accumulator(windowClass);
    accumulator.merge(PartialCoder.of().decode(in));
    return accumulator;
  }

  @Override
  public void verifyDeterministic() {}

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AccumulatorCoder coder && windowClass == coder.windowClass;
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(windowClass);
  }
}
