// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

/** The shape of records changes. Needed by every fake. */
public interface DriftScenes extends Scenes {
  /** How the shape changes. */
  enum Drift {
    /** Records have a field more. */
    ADDED,
    /** Records have a field less. */
    REMOVED,
    /** A field holds what its type did not allow before, such as fractions. */
    WIDENED,
    /** A field holds less than its type allowed. */
    NARROWED,
    /** An object nested in a record is not there. */
    ABSENT_STRUCT
  }

  /**
   * Changes the shape of a stream and adds at least one record of the new shape.
   *
   * @return the name of the field, or why it cannot be played
   */
  Drifted drift(String stream, Drift how);

  /**
   * What became of an order to change the shape.
   *
   * @param field the field concerned; empty where it was not played
   */
  record Drifted(String field, Played played) {
    /** The field changed. */
    public static Drifted of(String field) {
      return new Drifted(field, Played.yes());
    }

    /** It cannot be played. */
    public static Drifted not(String reason) {
      return new Drifted("", Played.not(reason));
    }
  }
}
