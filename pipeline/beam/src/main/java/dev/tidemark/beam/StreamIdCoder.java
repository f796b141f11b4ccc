// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.StreamId;
import java.io.IOException;

/** Writes and reads {@link StreamId}. */
public final class StreamIdCoder extends VersionedCoder<StreamId> {
  private static final long serialVersionUID = 1L;
  private static final StreamIdCoder INSTANCE = new StreamIdCoder();

  private StreamIdCoder() {
    super("StreamId");
  }

  public static StreamIdCoder of() {
    return INSTANCE;
  }

  @Override
  void write(StreamId value, FieldWriter out) throws IOException {
    StreamFields.stream(value, out);
  }

  @Override
  StreamId read(FieldReader in) throws IOException {
    return StreamFields.stream(in);
  }
}
