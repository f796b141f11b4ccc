// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.stream.FoldedPage;
import java.io.IOException;

/** Writes and reads {@link FoldedPage}. */
public final class FoldedPageCoder extends VersionedCoder<FoldedPage> {
  private static final long serialVersionUID = 1L;
  private static final FoldedPageCoder INSTANCE = new FoldedPageCoder();

  private FoldedPageCoder() {
    super("FoldedPage");
  }

  public static FoldedPageCoder of() {
    return INSTANCE;
  }

  /** The second holds costs, the third what is read again and what was rejected. */
  @Override
  int version() {
    return 3;
  }

  @Override
  void write(FoldedPage value, FieldWriter out) throws IOException {
    StreamFields.stream(value.stream(), out);
    WindowFields.stratum(value.stratum(), out);
    StreamFields.stamp(value.stamp(), out);
    WindowFields.partials(value.settled(), out);
    WindowFields.partials(value.tail(), out);
    out.all(value.readings(), WindowFields::reading);
    FactFields.changes(value.facts(), out);
    out.all(value.populations(), FactFields::population);
    out.optional(value.completeThrough(), (instant, to) -> to.instant(instant));
    out.instant(value.observedAt());
    StreamFields.volume(value.volume(), out);
    RejectionFields.rejections(value.rejections(), out);
  }

  @Override
  FoldedPage read(FieldReader in) throws IOException {
    return new FoldedPage(
        StreamFields.stream(in),
        WindowFields.stratum(in),
        StreamFields.stamp(in),
        WindowFields.partials(in),
        WindowFields.partials(in),
        in.all(WindowFields::reading),
        FactFields.changes(in),
        in.all(FactFields::population),
        in.optional(FieldReader::instant),
        in.instant(),
        StreamFields.volume(in),
        RejectionFields.rejections(in));
  }
}
