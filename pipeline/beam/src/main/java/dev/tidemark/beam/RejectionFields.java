// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Rejections;
import dev.tidemark.model.stream.Replay;
import java.io.IOException;

/** How what was rejected, and what is read again, travels. */
final class RejectionFields {
  private RejectionFields() {}

  static void rejected(RejectedRecord record, FieldWriter out) throws IOException {
    StreamFields.stream(record.stream(), out);
    out.text(record.connectorType());
    out.text(record.key());
    out.text(record.reason());
    out.bytes(record.payload());
    out.instant(record.observedAt());
  }

  static RejectedRecord rejected(FieldReader in) throws IOException {
    return new RejectedRecord(
        StreamFields.stream(in), in.text(), in.text(), in.text(), in.bytes(), in.instant());
  }

  static void kept(KeptRecord record, FieldWriter out) throws IOException {
    out.uuid(record.id());
    out.number(record.request());
    out.number(record.times());
  }

  static KeptRecord kept(FieldReader in) throws IOException {
    return new KeptRecord(in.uuid(), in.number(), in.number());
  }

  static void rejections(Rejections rejections, FieldWriter out) throws IOException {
    out.all(rejections.passed(), RejectionFields::rejected);
    out.all(rejections.replays(), RejectionFields::replay);
  }

  /** They came with the third layout of whatever holds them. */
  static Rejections rejections(FieldReader in) throws IOException {
    return in.version() > 2
        ? new Rejections(in.all(RejectionFields::rejected), in.all(RejectionFields::replay))
        : Rejections.none();
  }

  private static void replay(Replay replay, FieldWriter out) throws IOException {
    kept(replay.record(), out);
    out.optional(replay.refusal(), (text, to) -> to.text(text));
  }

  private static Replay replay(FieldReader in) throws IOException {
    return new Replay(kept(in), in.optional(FieldReader::text));
  }
}
