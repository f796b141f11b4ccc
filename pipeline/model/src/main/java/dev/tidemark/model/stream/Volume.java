// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

/** What reading cost and brought. All counts are additive. */
public record Volume(long pages, long records, long bytes, long calls) {
  private static final Volume NONE = new Volume(0, 0, 0, 0);

  public Volume {
    if (pages < 0 || records < 0 || bytes < 0 || calls < 0) {
      throw new IllegalArgumentException("a volume is never negative");
    }
  }

  public static Volume none() {
    return NONE;
  }

  public Volume plus(Volume other) {
    return new Volume(
        pages + other.pages, records + other.records, bytes + other.bytes, calls + other.calls);
  }
}
