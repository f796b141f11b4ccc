// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.io.IOException;
import java.io.InputStream;

/** Reads a decompressed body while it streams by. */
@FunctionalInterface
public interface BodyReader<T> {
  /**
   * Reads.
   *
   * @throws IOException as the body threw it; a text that cannot be understood is a {@link
   *     dev.tidemark.spi.ConnectorException} of category DATA
   */
  T read(Head head, InputStream body) throws IOException;
}
