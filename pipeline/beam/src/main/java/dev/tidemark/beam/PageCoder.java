// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.stream.Page;
import java.io.IOException;
import java.util.List;

/** Writes and reads {@link Page}. */
public final class PageCoder extends VersionedCoder<Page> {
  private static final long serialVersionUID = 1L;
  private static final PageCoder INSTANCE = new PageCoder();

  private PageCoder() {
    super("Page");
  }

  public static PageCoder of() {
    return INSTANCE;
  }

  /** The second holds costs, the third what is read again. */
  @Override
  int version() {
    return 3;
  }

  @Override
  void write(Page value, FieldWriter out) throws IOException {
    StreamFields.stream(value.stream(), out);
    out.text(value.connectorType());
    WindowFields.stratum(value.stratum(), out);
    StreamFields.stamp(value.stamp(), out);
    out.all(value.changes(), StreamFields::change);
    out.optional(value.replaces(), StreamFields::range);
    out.optional(value.completeThrough(), (instant, to) -> to.instant(instant));
    out.instant(value.observedAt());
    StreamFields.volume(value.volume(), out);
    out.all(value.replays(), RejectionFields::kept);
  }

  @Override
  Page read(FieldReader in) throws IOException {
    return new Page(
        StreamFields.stream(in),
        in.text(),
        WindowFields.stratum(in),
        StreamFields.stamp(in),
        in.all(StreamFields::change),
        in.optional(StreamFields::range),
        in.optional(FieldReader::instant),
        in.instant(),
        StreamFields.volume(in),
        in.version() > 2 ? in.all(RejectionFields::kept) : List.of());
  }
}
