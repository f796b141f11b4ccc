// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import dev.tidemark.testkit.stage.Stage;
import java.time.InstantSource;
import java.util.List;

/** A fake account put together from parts: those that play scenes and those that must be closed. */
public abstract class FakeStage implements Stage {
  private final InstantSource clock;
  private final List<?> parts;

  /**
   * An account.
   *
   * @param parts scenes and servers, in any order; closed in this order
   */
  protected FakeStage(InstantSource clock, List<?> parts) {
    this.clock = clock;
    this.parts = List.copyOf(parts);
  }

  @Override
  public final Kind kind() {
    return Kind.FAKE;
  }

  @Override
  public final InstantSource clock() {
    return clock;
  }

  @Override
  public final List<?> parts() {
    return parts;
  }

  @Override
  public void close() {
    for (Object part : parts) {
      if (part instanceof AutoCloseable closeable) {
        close(closeable);
      }
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception failure) {
      throw new IllegalStateException(part + " cannot be closed", failure);
    }
  }
}
