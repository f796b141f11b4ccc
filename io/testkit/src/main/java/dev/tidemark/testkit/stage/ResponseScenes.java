// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

import dev.tidemark.spi.Category;
import java.util.List;
import java.util.Objects;

/** Answers go wrong. Needed by every fake. */
public interface ResponseScenes extends Scenes {
  /** How an answer goes wrong. */
  enum Spoil {
    /** One record among good ones cannot be used: a date that is none, a text for a number. */
    POISON_RECORD,
    /** Every request of this one stream fails, those of the others do not. */
    FAILING_STREAM,
    /** The answer ends in the middle. */
    HALF_RESPONSE,
    /** The answer is not in the encoding it claims. */
    WRONG_ENCODING,
    /** The compressed answer ends in the middle. */
    TRUNCATED_COMPRESSION,
    /** A record holds a number that no machine type does. */
    HUGE_NUMBER,
    /** A record holds a text of ten megabytes. */
    HUGE_TEXT
  }

  /** Answers of a stream go wrong so from now on, until {@link #mend}. */
  Played spoil(String stream, Spoil how);

  /** Errors as the vendor words them, as many as its documentation tells apart. */
  List<VendorError> errors();

  /** Answers are good again. */
  void mend();

  /**
   * An error in the vendor's words.
   *
   * @param stream whose requests meet it
   * @param category how a connector must classify it
   * @param begin makes it so, until {@link #mend}
   */
  record VendorError(String name, String stream, Category category, Runnable begin) {
    public VendorError {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(stream, "stream");
      Objects.requireNonNull(category, "category");
      Objects.requireNonNull(begin, "begin");
    }
  }
}
