// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Change;
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
  private final FetchRequest request;
  private final int most;
  private final List<Change> changes = new ArrayList<>();
  private long rows;
  private long bytes;

  PageDraft(FetchRequest request, int pageSize) {
    this.request = request;
    this.most = Math.min(request.maximumRecords(), pageSize);
  }

  /** How many rows to ask for. */
  int room() {
    return most;
  }

  FetchRequest request() {
    return request;
  }

  /** Adds a record; answers whether there is room for another. */
  boolean add(String key, Settlement settlement, ObjectNode record) {
    Bytes payload = Bytes.utf8(record.toString());
    changes.add(new Change(Operation.UPSERT, settlement, key, payload));
    bytes += payload.length();
    return pass();
  }

  /** Passes over a row that is not wanted; answers whether there is room for another. */
  boolean pass() {
    rows++;
    return !isFull();
  }

  boolean isFull() {
    return rows >= most || bytes >= request.maximumBytes();
  }

  Fetched page(
      ReadPosition next,
      Pass pass,
      @Nullable KeyRange range,
      @Nullable Instant completeThrough,
      Session session) {
    Volume volume = new Volume(1, changes.size(), bytes, session.calls());
    return new Fetched(
        changes,
        next,
        pass == Pass.GOES_ON,
        range,
        completeThrough,
        volume.costing(session.cost()));
  }

  /** Whether a page is the last of its pass. */
  enum Pass {
    GOES_ON,
    ENDS
  }
}
