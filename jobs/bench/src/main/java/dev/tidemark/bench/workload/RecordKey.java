// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import dev.tidemark.model.Bytes;
import java.nio.charset.StandardCharsets;

/** The key of a record, which stands at the same place in each. */
public final class RecordKey {
  private RecordKey() {}

  /** Of a record as JSON. */
  public static String of(Bytes json) {
    return of(json.array());
  }

  static String of(byte[] json) {
    return new String(json, RecordText.KEY_AT, RecordText.KEY_DIGITS, StandardCharsets.ISO_8859_1);
  }
}
