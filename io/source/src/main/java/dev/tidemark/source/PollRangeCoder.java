// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.stream.Cursor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.util.VarInt;

/** Version, element, from, to, cursor. Lands in savepoints: it is never renamed. */
final class PollRangeCoder extends AtomicCoder<PollRange> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;
  private static final PollRangeCoder INSTANCE = new PollRangeCoder();

  private PollRangeCoder() {}

  static PollRangeCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(PollRange range, OutputStream out) throws IOException {
    out.write(VERSION);
    VarInt.encode(range.element(), out);
    VarInt.encode(range.from(), out);
    VarInt.encode(range.to(), out);
    StringUtf8Coder.of().encode(range.cursor().json(), out);
  }

  @Override
  public PollRange decode(InputStream in) throws IOException {
    int version = in.read();
    if (version != VERSION) {
      throw new CoderException("a poll range of version " + version + ", known is " + VERSION);
    }
    long element = VarInt.decodeLong(in);
    long from = VarInt.decodeLong(in);
    long to = VarInt.decodeLong(in);
    return new PollRange(element, from, to, new Cursor(StringUtf8Coder.of().decode(in)));
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }
}
