// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import java.util.List;
import java.util.Optional;

/**
 * One page of a snapshot of all rows of a type, in the order of their identifiers, out of the
 * results of a query job. Where there is no job, or it does not end well, the page is left to
 * queries, which go on behind the same row.
 */
record BulkPass(Columns columns) {
  Optional<Fetched> page(Session session, PageDraft draft) {
    BulkJobs jobs = session.organisation().bulkJobs();
    BulkPlace place = BulkPlace.of(draft.request().position().position());
    boolean begins = place.isBeginning() && jobs.areWorth(columns.object(), session);
    if (place.job().isEmpty() && !begins) {
      return Optional.empty();
    }
    try {
      return Optional.of(within(begins ? ordered(place, session) : place, session, draft));
    } catch (ConnectorException refusal) {
      return leftToQueries(refusal, jobs);
    }
  }

  /** What may pass is tried again as a job; what will not is no reason to read nothing. */
  private Optional<Fetched> leftToQueries(ConnectorException refusal, BulkJobs jobs) {
    switch (refusal.category()) {
      case PERMISSION, NOT_FOUND, UNSUPPORTED, CONFIG, INTERNAL -> jobs.leave(columns.object());
      default -> throw refusal;
    }
    return Optional.empty();
  }

  private BulkPlace ordered(BulkPlace place, Session session) {
    return place.in(session.organisation().bulkJobs().order(columns, place.after(), session));
  }

  /** A job that is gone, as after seven days, is ordered anew behind what was read. */
  private Fetched within(BulkPlace place, Session session, PageDraft draft) {
    try {
      return filled(place, session, draft);
    } catch (ConnectorException refusal) {
      if (refusal.category() != Category.NOT_FOUND) {
        throw refusal;
      }
      return filled(ordered(place, session), session, draft);
    }
  }

  /** Out of one set of results: what may be wrong with the next is found with nothing added. */
  private Fetched filled(BulkPlace begin, Session session, PageDraft draft) {
    BulkJobs jobs = session.organisation().bulkJobs();
    boolean known = jobs.know(begin) || !begin.locator().isEmpty();
    if (!known && !jobs.endsWell(begin.job(), session)) {
      throw unfit(begin, "did not end well or in time");
    }
    draft.startAfter(begin.after());
    BulkPlace place = begin;
    while (true) {
      BulkChunk chunk = jobs.chunk(place, columns, session);
      if (!chunk.isAscendingFrom(place.after())) {
        throw unfit(place, "brought its records in no order");
      }
      String last = add(chunk, place.after(), draft);
      if (draft.isFull()) {
        return draft.goesOn(last, place.at(place.locator(), last).cursor());
      }
      if (chunk.next().isEmpty()) {
        return draft.ends(draft.request().upper());
      }
      place = place.at(chunk.next(), last);
      if (!draft.isEmpty()) {
        return draft.goesOn(last, place.cursor());
      }
    }
  }

  private static ConnectorException unfit(BulkPlace place, String how) {
    return ConnectorException.of(
        Category.UNSUPPORTED,
        "query job " + place.job() + " " + how + ": its records are read by queries");
  }

  /** Adds rows behind one until the page is full; the last that was added. */
  private String add(BulkChunk chunk, String after, PageDraft draft) {
    String last = after;
    for (List<String> values : chunk.rows()) {
      String id = chunk.id(values);
      if (id.compareTo(last) > 0) {
        if (draft.isFull()) {
          return last;
        }
        ObjectNode record = columns.record(chunk.row(values));
        draft.add(id, record.put("at", draft.request().upper().toString()));
        last = id;
      }
    }
    return last;
  }
}
