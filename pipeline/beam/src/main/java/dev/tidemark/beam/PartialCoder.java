// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.window.Partial;
import java.io.IOException;

/** Writes and reads {@link Partial}. */
public final class PartialCoder extends VersionedCoder<Partial> {
  private static final long serialVersionUID = 1L;
  private static final PartialCoder INSTANCE = new PartialCoder();

  private PartialCoder() {
    super("Partial");
  }

  public static PartialCoder of() {
    return INSTANCE;
  }

  @Override
  void write(Partial value, FieldWriter out) throws IOException {
    WindowFields.partial(value, out);
  }

  @Override
  Partial read(FieldReader in) throws IOException {
    return WindowFields.partial(in);
  }
}
