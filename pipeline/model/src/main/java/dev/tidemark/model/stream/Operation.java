// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

/** What a change does to the record it names. */
public enum Operation {
  /** The record exists and looks like this. */
  UPSERT,
  /** The record is gone; its payload may be empty. */
  DELETE,
  /** Every record of the stream is gone; key and payload are empty. */
  TRUNCATE
}
