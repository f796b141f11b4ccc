// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.stream.StreamCommit;
import java.io.IOException;

/** Writes and reads {@link StreamCommit}. */
public final class StreamCommitCoder extends VersionedCoder<StreamCommit> {
  private static final long serialVersionUID = 1L;
  private static final StreamCommitCoder INSTANCE = new StreamCommitCoder();

  private StreamCommitCoder() {
    super("StreamCommit");
  }

  public static StreamCommitCoder of() {
    return INSTANCE;
  }

  /** The second holds costs, the third what is read again and what was rejected. */
  @Override
  int version() {
    return 3;
  }

  @Override
  void write(StreamCommit value, FieldWriter out) throws IOException {
    StreamFields.stream(value.stream(), out);
    StreamFields.lease(value.lease(), out);
    out.number(value.base());
    out.number(value.sequence());
    StreamFields.cursor(value.cursor(), out);
    out.all(value.windows(), WindowFields::change);
    out.all(value.readings(), WindowFields::reading);
    out.all(value.facts(), FactFields::changes);
    out.all(value.populations(), FactFields::population);
    out.optional(value.completeThrough(), (instant, to) -> to.instant(instant));
    out.instant(value.observedAt());
    StreamFields.volume(value.volume(), out);
    RejectionFields.rejections(value.rejections(), out);
  }

  @Override
  StreamCommit read(FieldReader in) throws IOException {
    return new StreamCommit(
        StreamFields.stream(in),
        StreamFields.lease(in),
        in.number(),
        in.number(),
        StreamFields.cursor(in),
        in.all(WindowFields::change),
        in.all(WindowFields::reading),
        in.all(FactFields::changes),
        in.all(FactFields::population),
        in.optional(FieldReader::instant),
        in.instant(),
        StreamFields.volume(in),
        RejectionFields.rejections(in));
  }
}
