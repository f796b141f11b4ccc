// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.access;

import dev.tidemark.postgres.database.Viewpoint.Part;
import java.util.Locale;

/** What somebody may do in an organisation; each may do what those before it may. */
public enum Role {
  /** Sees everything but settings, rejected records and who looked at what. */
  VIEWER(Part.READER),
  /** Sees and changes connectors, their settings included. */
  EDITOR(Part.EDITOR),
  /** Sees who did what as well. */
  ADMINISTRATOR(Part.EDITOR);

  private final Part part;

  Role(Part part) {
    this.part = part;
  }

  /** Whether it may do what this one may. */
  public boolean covers(Role other) {
    return compareTo(other) >= 0;
  }

  /** What the database lets it do. */
  public Part part() {
    return part;
  }

  /** As it is stored and shown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that is stored so. */
  static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
