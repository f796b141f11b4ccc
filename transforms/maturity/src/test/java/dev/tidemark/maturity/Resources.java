// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts the tests read. */
public final class Resources {
  private Resources() {}

  /** The text of a resource of the tests. */
  public static String text(String path) {
    try (InputStream stream = Resources.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalArgumentException("no resource " + path);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
