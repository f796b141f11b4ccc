// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import java.time.Duration;
import java.util.Set;

/**
 * Word from a platform that says by itself when it has news, so that a stream is read before its
 * time. A hint carries no data and changes nothing but when the next reading begins: one that is
 * lost costs time, one that comes twice or for nothing a reading that finds nothing. Safe for use
 * by several threads; every failure is a {@link ConnectorException}.
 */
public interface Hints {
  /** Names of the streams there may be word of. */
  Set<String> streams();

  /**
   * Waits for word and takes it: what was returned is not told again. Blocks, and honours
   * interruption; closing the connector ends it.
   *
   * @param longest to wait at most; none comes sooner where the platform says so
   * @return names of streams that have news; empty if no word came
   */
  Set<String> await(Duration longest);
}
