// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import dev.tidemark.spi.options.Secret;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * Where a secret is: in an environment variable, in a file, or here. Only the last kind carries it
 * along when serialised; none shows it as text. The variable or file is read anew every time.
 */
public final class SecretReference implements Serializable {
  private static final long serialVersionUID = 1L;

  private enum Place {
    ENVIRONMENT,
    FILE,
    HERE
  }

  private final Place place;
  private final String text;

  private SecretReference(Place place, String text) {
    this.place = place;
    this.text = text;
  }

  /** Understands {@code env:NAME} and {@code file:PATH}; anything else is the secret itself. */
  public static SecretReference parse(String text) {
    if (text.startsWith("env:")) {
      return new SecretReference(Place.ENVIRONMENT, text.substring(4));
    }
    if (text.startsWith("file:")) {
      return new SecretReference(Place.FILE, text.substring(5));
    }
    return new SecretReference(Place.HERE, text);
  }

  /** The content of a file, without the line end it closes with. */
  public static SecretReference file(Path path) {
    return new SecretReference(Place.FILE, path.toString());
  }

  /**
   * The secret as it is there now.
   *
   * @param what what it is, for the message of a missing one
   * @throws IllegalStateException naming the place, if it holds none
   */
  public Secret read(String what) {
    return Secret.of(
        switch (place) {
          case ENVIRONMENT -> variable(what);
          case FILE -> content(what);
          case HERE -> text;
        });
  }

  private String variable(String what) {
    String value = System.getenv(text);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "the environment variable "
              + text
              + ", which should hold "
              + what
              + ", is not set: set it where the process starts");
    }
    return value;
  }

  private String content(String what) {
    try {
      return Files.readString(Path.of(text)).stripTrailing();
    } catch (IOException failure) {
      throw new IllegalStateException(
          "the file " + text + ", which should hold " + what + ", cannot be read", failure);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretReference reference
        && place == reference.place
        && text.equals(reference.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(place, text);
  }

  /** The place; a secret that is here shows as stars. */
  @Override
  public String toString() {
    return place == Place.HERE ? "***" : place.name().toLowerCase(Locale.ROOT) + " " + text;
  }
}
