// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

import dev.tidemark.spi.Budget;
import java.time.Duration;

/** The same with the budget the server allows. */
public final class LimitedPagesConnectorType extends PagesConnectorType {
  /** What it is called. */
  public static final String TYPE = "bench-limited-pages";

  /** Requests a second a server with a quota allows. */
  public static final int PER_SECOND = 50;

  /** For {@link java.util.ServiceLoader}. */
  public LimitedPagesConnectorType() {
    super(TYPE, new Budget(PER_SECOND, Duration.ofSeconds(1), PER_SECOND));
  }
}
