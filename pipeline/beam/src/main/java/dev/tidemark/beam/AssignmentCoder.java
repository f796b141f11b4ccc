// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.Assignment;
import java.io.IOException;

/** Writes and reads {@link Assignment}. */
public final class AssignmentCoder extends VersionedCoder<Assignment> {
  private static final long serialVersionUID = 1L;
  private static final AssignmentCoder INSTANCE = new AssignmentCoder();

  private AssignmentCoder() {
    super("Assignment");
  }

  public static AssignmentCoder of() {
    return INSTANCE;
  }

  @Override
  void write(Assignment value, FieldWriter out) throws IOException {
    StreamFields.stream(value.stream(), out);
    out.text(value.connectorType());
    out.number(value.version());
    out.duration(value.interval());
  }

  @Override
  Assignment read(FieldReader in) throws IOException {
    return new Assignment(StreamFields.stream(in), in.text(), in.number(), in.duration());
  }
}
