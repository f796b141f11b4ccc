// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import dev.tidemark.spi.Fetched;
import java.util.List;

/**
 * A stream that shows everything there is, part by part.
 *
 * @param <S> what it takes to read from the account
 */
public interface SnapshotStream<S extends ListingSession> extends SourceStream<S> {
  /** The parts of the account to list; one that cannot be listed says so. */
  List<Part> parts(S session);

  /** What a part holds. */
  List<Item<S>> items(Part part, S session);

  @Override
  default Fetched fetch(S session, PageDraft draft) {
    return new SnapshotPass<>(this, session, draft).page();
  }

  @Override
  default String cursor() {
    return "key of the last record; keys ascend by bytes and are unique";
  }
}
