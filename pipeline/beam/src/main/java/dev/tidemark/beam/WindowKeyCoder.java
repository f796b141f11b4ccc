// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.window.WindowKey;
import java.io.IOException;

/** Writes and reads {@link WindowKey}. */
public final class WindowKeyCoder extends VersionedCoder<WindowKey> {
  private static final long serialVersionUID = 1L;
  private static final WindowKeyCoder INSTANCE = new WindowKeyCoder();

  private WindowKeyCoder() {
    super("WindowKey");
  }

  public static WindowKeyCoder of() {
    return INSTANCE;
  }

  @Override
  void write(WindowKey value, FieldWriter out) throws IOException {
    WindowFields.key(value, out);
  }

  @Override
  WindowKey read(FieldReader in) throws IOException {
    return WindowFields.key(in);
  }
}
