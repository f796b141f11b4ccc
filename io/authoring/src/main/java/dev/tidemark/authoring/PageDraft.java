// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

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

/**
 * A page while it is being read: it knows when it is full and ends with what was spent on it. For
 * one thread.
 */
public final class PageDraft {
  private final FetchRequest request;
  private final Spending spending;
  private final int most;
  private final long mostCalls;
  private final List<Change> changes = new ArrayList<>();
  private @Nullable String after;
  private long bytes;
  private long read;

  private PageDraft(FetchRequest request, Spending spending, int pageSize, long mostCalls) {
    this.request = request;
    this.spending = spending;
    this.most = Math.min(request.maximumRecords(), pageSize);
    this.mostCalls = mostCalls;
  }

  /** A page of at most so many records, and of no more than were asked for. */
  public static PageDraft of(FetchRequest request, Spending spending, int pageSize) {
    return new PageDraft(request, spending, pageSize, Long.MAX_VALUE);
  }

  /** The same page while it is empty; it also ends after so many calls, so that none takes long. */
  public PageDraft endingAfter(long calls) {
    return new PageDraft(request, spending, most, calls);
  }

  /** What was asked for. */
  public FetchRequest request() {
    return request;
  }

  /** How many records it has room for. */
  public int room() {
    return most - changes.size();
  }

  /** The page speaks only for keys after this one. */
  public void startAfter(String key) {
    after = key.isEmpty() ? null : key;
  }

  /** Adds a record that is final. */
  public void add(String key, ObjectNode record) {
    add(key, record, Settlement.SETTLED);
  }

  /** Adds a record. */
  public void add(String key, ObjectNode record, Settlement settlement) {
    add(key, Bytes.utf8(record.toString()), settlement);
  }

  /** Adds a record that was written as JSON before. */
  public void add(String key, Bytes payload, Settlement settlement) {
    changes.add(new Change(Operation.UPSERT, settlement, key, payload));
    bytes += payload.length();
    read++;
  }

  /** Adds the deletion of a record. */
  public void delete(String key, Settlement settlement) {
    changes.add(new Change(Operation.DELETE, settlement, key, Bytes.empty()));
    read++;
  }

  /** Things read that are no records of their own. */
  public void count(long things) {
    read += things;
  }

  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The key of the record added last; there must be one. */
  public String lastKey() {
    return changes.get(changes.size() - 1).key();
  }

  /** Whether it ends now: by records, bytes or calls. */
  public boolean isFull() {
    return changes.size() >= most
        || bytes >= request.maximumBytes()
        || spending.calls() >= mostCalls;
  }

  /** The page speaks for no key at all. */
  public void speakForNothing() {
    after = "";
  }

  /** Ends a page of a snapshot: it speaks for keys before this one only. */
  public Fetched goesOnBefore(String key, Cursor next) {
    String begin = after == null ? "" : after;
    return isEmpty()
        ? page(new KeyRange(begin, begin), ReadPosition.at(next), More.YES, null)
        : goesOn(lastKey(), next);
  }

  /** Ends a page of a snapshot: it speaks for keys up to and with {@code through}. */
  public Fetched goesOn(String through, Cursor next) {
    return page(new KeyRange(after, through), ReadPosition.at(next), More.YES, null);
  }

  /**
   * Ends a page and with it a pass of a snapshot.
   *
   * @param completeThrough null where something was left out
   */
  public Fetched ends(@Nullable Instant completeThrough) {
    return ends(completeThrough, Cursor.start());
  }

  /** The same, where the next pass begins with something this one has found out. */
  public Fetched ends(@Nullable Instant completeThrough, Cursor next) {
    return page(new KeyRange(after, null), ReadPosition.at(next), More.NO, completeThrough);
  }

  /** Ends a page of a stream whose changes say everything themselves. */
  public Fetched told(ReadPosition next, More more, @Nullable Instant completeThrough) {
    return page(null, next, more, completeThrough);
  }

  /** Whether a pass goes on. */
  public enum More {
    YES,
    NO
  }

  private Fetched page(
      @Nullable KeyRange range, ReadPosition next, More more, @Nullable Instant completeThrough) {
    Volume volume = new Volume(1, read, bytes, spending.calls()).costing(spending.cost());
    return new Fetched(changes, next, more == More.YES, range, completeThrough, volume);
  }
}
