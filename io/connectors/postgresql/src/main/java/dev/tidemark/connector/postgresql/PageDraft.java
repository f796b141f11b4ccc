// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page while it is being read. For one thread. */
final class PageDraft {
  private final FetchRequest request;
  private final int most;
  private final List<Change> changes = new ArrayList<>();
  private @Nullable String after;
  private long bytes;
  private long calls;

  PageDraft(FetchRequest request, int pageSize) {
    this.request = request;
    this.most = Math.min(request.maximumRecords(), pageSize);
  }

  /** The page speaks only for keys after this one. */
  void startAfter(String key) {
    after = key.isEmpty() ? null : key;
  }

  /** Adds a record; answers whether there is room for another. */
  boolean add(String key, String json) {
    Bytes payload = Bytes.utf8(json);
    changes.add(Change.upsert(key, payload));
    bytes += payload.length();
    return !isFull();
  }

  void countCall() {
    calls++;
  }

  int size() {
    return changes.size();
  }

  boolean isFull() {
    return changes.size() >= most || bytes >= request.maximumBytes();
  }

  /** How many records it has room for. */
  int room() {
    return most - changes.size();
  }

  String lastKey() {
    return changes.get(changes.size() - 1).key();
  }

  FetchRequest request() {
    return request;
  }

  /** Ends it in the middle of a pass: it speaks for keys up to and with {@code through}. */
  Fetched goesOn(String through, Cursor next) {
    return page(new KeyRange(after, through), next, true);
  }

  /** Ends it, and with it a pass that left nothing out. */
  Fetched ends(Cursor next) {
    return page(new KeyRange(after, null), next, false);
  }

  private Fetched page(KeyRange range, Cursor next, boolean more) {
    return new Fetched(
        changes, ReadPosition.at(next), more, range, more ? null : request.upper(), volume());
  }

  /** Ends it, and with it a pass that left something out: nothing is complete by it. */
  Fetched endsIncomplete(Cursor next) {
    KeyRange range = new KeyRange(after, null);
    return new Fetched(changes, ReadPosition.at(next), false, range, null, volume());
  }

  private Volume volume() {
    return new Volume(1, changes.size(), bytes, calls);
  }
}
