// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page while it is being read. For one thread. */
final class PageDraft {
  /** Requests after which a page ends, so that none takes long. */
  static final int MOST_CALLS = 100;

  private final FetchRequest request;
  private final Session session;
  private final int most;
  private final List<Change> changes = new ArrayList<>();
  private @Nullable String after;
  private long bytes;
  private long read;

  PageDraft(FetchRequest request, Session session, int pageSize) {
    this.request = request;
    this.session = session;
    this.most = Math.min(request.maximumRecords(), pageSize);
  }

  FetchRequest request() {
    return request;
  }

  Session session() {
    return session;
  }

  /** The page speaks only for keys after this one. */
  void startAfter(String key) {
    after = key.isEmpty() ? null : key;
  }

  void add(String key, ObjectNode record) {
    add(key, record, Settlement.SETTLED);
  }

  void add(String key, ObjectNode record, Settlement settlement) {
    Bytes payload = Bytes.utf8(record.toString());
    changes.add(new Change(Operation.UPSERT, settlement, key, payload));
    bytes += payload.length();
    read++;
  }

  /** Things read that are no records of their own. */
  void count(long things) {
    read += things;
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  boolean isFull() {
    return changes.size() >= most
        || bytes >= request.maximumBytes()
        || session.calls() >= MOST_CALLS;
  }

  /** The page speaks for no key at all. */
  void speakForNothing() {
    after = "";
  }

  /** Ends a page of a snapshot: it speaks for keys before this one only. */
  Fetched goesOnBefore(String key, Cursor next) {
    String last = changes.isEmpty() ? null : changes.get(changes.size() - 1).key();
    String begin = after == null ? "" : after;
    return last == null
        ? page(new KeyRange(begin, begin), ReadPosition.at(next), More.YES, null)
        : goesOn(last, next);
  }

  /** Ends a page of a snapshot: it speaks for keys up to and with {@code through}. */
  Fetched goesOn(String through, Cursor next) {
    return page(new KeyRange(after, through), ReadPosition.at(next), More.YES, null);
  }

  /**
   * Ends a page and with it a pass of a snapshot.
   *
   * @param completeThrough null where something was left out
   */
  Fetched ends(@Nullable Instant completeThrough) {
    ReadPosition start = ReadPosition.at(Cursor.start());
    return page(new KeyRange(after, null), start, More.NO, completeThrough);
  }

  /** Ends a page of a stream whose changes say everything themselves. */
  Fetched told(ReadPosition next, More more, @Nullable Instant completeThrough) {
    return page(null, next, more, completeThrough);
  }

  /** Whether a pass goes on. */
  enum More {
    YES,
    NO
  }

  private Fetched page(
      @Nullable KeyRange range, ReadPosition next, More more, @Nullable Instant completeThrough) {
    Volume volume = new Volume(1, read, bytes, session.calls()).costing(session.cost());
    return new Fetched(changes, next, more == More.YES, range, completeThrough, volume);
  }
}
