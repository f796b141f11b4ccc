// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The model Tidemark ships, read once per JVM. */
public final class CoreModel {
  private static final String NAME = "tidemark-core-1.0.0.yaml";

  private CoreModel() {}

  /** The text of the model. */
  public static String text() {
    return Holder.TEXT;
  }

  static MaturityModel load() {
    return Holder.MODEL;
  }

  private static String read() {
    try (InputStream stream =
        CoreModel.class.getResourceAsStream("/dev/tidemark/maturity/" + NAME)) {
      if (stream == null) {
        throw new IllegalStateException("the jar lacks " + NAME + "; build it again");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    static final String TEXT = read();
    static final MaturityModel MODEL = MaturityModel.parse(TEXT, NAME);
  }
}
