// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Which columns of an inventory's files say what; -1 for one that is not there. Files have no line
 * that names them. Keys stay as they are, percent-encoded, because none is kept.
 */
record InventoryColumns(int size, int written, int latest, int deleted) {
  /** Reads the manifest's list of columns. */
  static InventoryColumns of(String schema) {
    List<String> names = Arrays.stream(schema.split(",")).map(String::strip).toList();
    return new InventoryColumns(
        names.indexOf("Size"),
        names.indexOf("LastModifiedDate"),
        names.indexOf("IsLatest"),
        names.indexOf("IsDeleteMarker"));
  }

  boolean areEnough() {
    return size >= 0 && written >= 0;
  }

  /** With what a row stands for: an object as a listing would show it, or nothing. */
  Sum add(String[] row, Sum sum) {
    boolean isOld = latest >= 0 && !row[latest].equals("true");
    boolean isGone = deleted >= 0 && row[deleted].equals("true");
    return isOld || isGone ? sum : sum.plus(Long.parseLong(row[size]), Instant.parse(row[written]));
  }
}
