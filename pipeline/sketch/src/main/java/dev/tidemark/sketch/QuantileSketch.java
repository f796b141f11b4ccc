// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.sketch;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import com.datadoghq.sketch.ddsketch.store.Bin;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import dev.tidemark.model.Bytes;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.OptionalDouble;

/**
 * Values of which only quantiles matter: a DDSketch that answers within 1 % of the true value. Its
 * merge is exact, so the same values in any order, alone or merged from parts, give the same bytes.
 * Values are not negative. Not safe for use by several threads.
 *
 * <p>Masson, Rim, Lee: DDSketch, a fast and fully-mergeable quantile sketch with relative-error
 * guarantees (VLDB 2019).
 */
public final class QuantileSketch {
  private static final byte FAMILY = 2;

  private static final double ACCURACY = 0.01;
  private static final int BIN = Integer.BYTES + Long.BYTES;

  private final DDSketch sketch = fresh();
  private long zeros;

  private QuantileSketch() {}

  /** No values. */
  public static QuantileSketch empty() {
    return new QuantileSketch();
  }

  /** The values with these bytes, see {@link #bytes()}. */
  public static QuantileSketch of(Bytes bytes) {
    QuantileSketch sketch = new QuantileSketch();
    sketch.merge(bytes);
    return sketch;
  }

  /** Whether these bytes are those of values, not of a set. */
  public static boolean recognises(Bytes bytes) {
    return !bytes.isEmpty() && bytes.array()[0] == FAMILY;
  }

  /**
   * Adds a value.
   *
   * @throws IllegalArgumentException if it is negative or not a number
   */
  public void add(double value) {
    if (!(value >= 0 && value <= sketch.getIndexMapping().maxIndexableValue())) {
      throw new IllegalArgumentException("a value with quantiles is not negative, not " + value);
    }
    if (value < sketch.getIndexMapping().minIndexableValue()) {
      zeros++;
    } else {
      sketch.accept(value);
    }
  }

  /** Adds all values with these bytes; no bytes are no values. */
  public void merge(Bytes bytes) {
    if (bytes.isEmpty()) {
      return;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes.array());
    if (in.get() != FAMILY || (in.remaining() - Long.BYTES) % BIN != 0) {
      throw new IllegalArgumentException("these bytes are no quantile sketch");
    }
    zeros += in.getLong();
    while (in.hasRemaining()) {
      sketch.getPositiveValueStore().add(in.getInt(), (double) in.getLong());
    }
  }

  /** How many values there are. */
  public long count() {
    return zeros + (long) sketch.getCount();
  }

  /** The value below which a share of all values lies; empty without values. */
  public OptionalDouble quantile(double share) {
    if (count() == 0) {
      return OptionalDouble.empty();
    }
    DDSketch whole = sketch.copy();
    whole.accept(0, (double) zeros);
    return OptionalDouble.of(whole.getValueAtQuantile(share));
  }

  /**
   * The canonical form: a family byte, the number of zeros, then index and count of each filled bin
   * in order. Empty for none.
   */
  public Bytes bytes() {
    if (count() == 0) {
      return Bytes.empty();
    }
    int bins = 0;
    for (Iterator<Bin> each = bins(); each.hasNext(); each.next()) {
      bins++;
    }
    ByteBuffer out = ByteBuffer.allocate(1 + Long.BYTES + bins * BIN).put(FAMILY).putLong(zeros);
    bins().forEachRemaining(bin -> out.putInt(bin.getIndex()).putLong((long) bin.getCount()));
    return Bytes.wrap(out.array());
  }

  private Iterator<Bin> bins() {
    return sketch.getPositiveValueStore().getAscendingIterator();
  }

  private static DDSketch fresh() {
    return new DDSketch(new LogarithmicMapping(ACCURACY), UnboundedSizeDenseStore::new);
  }
}
