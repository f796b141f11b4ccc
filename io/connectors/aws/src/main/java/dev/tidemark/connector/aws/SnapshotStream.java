// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.SourceStream;
import dev.tidemark.spi.Fetched;
import java.util.List;

/** A stream that shows everything there is, part by part. */
interface SnapshotStream extends SourceStream<Session> {
  /** The parts of the account to list; one that cannot be listed says so. */
  List<Part> parts(Session session);

  /** What a part holds. */
  List<Item> items(Part part, Session session);

  @Override
  default Fetched fetch(Session session, PageDraft draft) {
    return new SnapshotPass(this, session, draft).page();
  }

  @Override
  default String cursor() {
    return "key of the last record; keys ascend by bytes and are unique";
  }
}
