// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.SourceStream;
import dev.tidemark.spi.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A stream of things that happen and change until they are over. */
interface TimelineStream extends SourceStream<Session> {
  /** The places, each counted by itself; one that cannot be looked into says so. */
  List<Part> places(Session session);

  /** What a place is divided into. */
  List<Part> groups(Part place, Session session);

  /** What has begun in a group at that time or later. */
  List<Moment> moments(Part group, Instant floor, Session session);

  /** How long the source may show things late, or change them back. */
  Duration lookback();

  @Override
  default Fetched fetch(Session session, PageDraft draft) {
    return new TimelinePass(this, session, draft).page();
  }
}
