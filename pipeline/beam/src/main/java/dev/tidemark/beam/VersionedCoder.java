// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.CoderException;
import org.jspecify.annotations.Nullable;

/**
 * A coder whose first byte is the version of the layout that follows. Equal values have equal
 * bytes. Bytes once written stay readable: a new layout gets a new version, the old one is kept in
 * {@link #read}. The classes of coders end up in savepoints, so they are never renamed.
 *
 * <p>Bytes that are no such value are refused with a {@link CoderException} that names the type and
 * what is wrong.
 */
abstract class VersionedCoder<T> extends AtomicCoder<T> {
  private static final long serialVersionUID = 1L;

  private final String type;

  VersionedCoder(String type) {
    this.type = type;
  }

  /**
   * The layout that is written; every earlier one is read as well. A method, not a field: coders in
   * old savepoints know nothing of it.
   */
  int version() {
    return 1;
  }

  abstract void write(T value, FieldWriter out) throws IOException;

  abstract T read(FieldReader in) throws IOException;

  @Override
  public final void encode(@Nullable T value, OutputStream out) throws IOException {
    if (value == null) {
      throw new CoderException("cannot write " + type + ": it is null");
    }
    out.write(version());
    write(value, new FieldWriter(out));
  }

  @Override
  public final T decode(InputStream in) throws IOException {
    try {
      return read(new FieldReader(in, known(in.read())));
    } catch (EOFException e) {
      throw new CoderException("cannot read " + type + ": the bytes end too early", e);
    } catch (IllegalArgumentException
        | NullPointerException
        | DateTimeException
        | ArithmeticException e) {
      throw new CoderException("cannot read " + type + ": " + e.getMessage(), e);
    }
  }

  @Override
  public final boolean consistentWithEquals() {
    return true;
  }

  private int known(int version) throws EOFException {
    if (version < 0) {
      throw new EOFException();
    }
    if (version < 1 || version > version()) {
      throw new IllegalArgumentException(
          "its layout is version "
              + version
              + ", known is "
              + version()
              + "; a later release wrote it or it is something else");
    }
    return version;
  }
}
