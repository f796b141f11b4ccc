// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.stream.RejectedRecord;
import java.io.IOException;

/** Writes and reads {@link RejectedRecord}. */
public final class RejectedRecordCoder extends VersionedCoder<RejectedRecord> {
  private static final long serialVersionUID = 1L;
  private static final RejectedRecordCoder INSTANCE = new RejectedRecordCoder();

  private RejectedRecordCoder() {
    super("RejectedRecord");
  }

  public static RejectedRecordCoder of() {
    return INSTANCE;
  }

  @Override
  void write(RejectedRecord value, FieldWriter out) throws IOException {
    RejectionFields.rejected(value, out);
  }

  @Override
  RejectedRecord read(FieldReader in) throws IOException {
    return RejectionFields.rejected(in);
  }
}
