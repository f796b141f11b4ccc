// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.PageStamp;
import dev.tidemark.model.stream.PassStep;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Settlement;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.RejectedStore.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reader of the exactness protocol: reads one stream under a lease from its committed cursor on
 * and stamps every page, so that it applies exactly once. A pass fixes its upper bound with its
 * first request. A pass that shows nothing new makes no page, so that an idle stream writes
 * nothing. Not safe for use by several threads.
 */
final class StreamReader {
  private final StreamId stream;
  private final String connectorType;
  private @Nullable Lease lease;
  private long sequence;
  private @Nullable ReadPosition position;
  private @Nullable Instant upper;
  private Pass pass = Pass.BETWEEN;
  private Tail tail = Tail.UNKNOWN;
  private Tail nextTail = Tail.NONE;

  private enum Pass {
    BETWEEN,
    UNDER_WAY
  }

  /** What the committed tail of the stream may hold. */
  private enum Tail {
    NONE,
    UNKNOWN,
    SOME
  }

  StreamReader(StreamId stream, String connectorType) {
    this.stream = stream;
    this.connectorType = connectorType;
  }

  /** Goes on from the committed row, under a lease just taken. */
  void begin(Lease taken, LeaseAnswer.Taken from) {
    lease = taken;
    sequence = from.sequence();
    position = ReadPosition.at(from.cursor());
    upper = null;
    pass = Pass.BETWEEN;
    tail = Tail.UNKNOWN;
  }

  /** Forgets the lease and everything read under it. */
  void letGo() {
    lease = null;
    position = null;
  }

  /** The lease it reads under; empty before the first and after losing one. */
  Optional<Lease> lease() {
    return Optional.ofNullable(lease);
  }

  /** The last page stamped, or committed before the lease was taken. */
  long sequence() {
    return sequence;
  }

  /** Whether it reads under that lease. */
  boolean holds(Lease other) {
    return other.equals(lease);
  }

  /** Whether a pass has begun and not ended. */
  boolean isUnderWay() {
    return pass == Pass.UNDER_WAY;
  }

  /** The next page to ask for. Asked again, it is the same unless a pass has not begun yet. */
  FetchRequest request(Instant now, PageLimits limits) {
    if (pass == Pass.BETWEEN || upper == null) {
      upper = now;
    }
    return new FetchRequest(stream.name(), held(), upper, limits.records(), limits.bytes());
  }

  /**
   * Takes what was fetched for the last request.
   *
   * @return the stamped page; empty if it would change nothing
   * @throws ConnectorException of category INTERNAL if the connector broke its contract
   */
  Optional<Page> accept(Fetched fetched, Stratum stratum, Instant observedAt) {
    ReadPosition before = held();
    require(fetched, before);
    boolean begins = pass == Pass.BETWEEN;
    boolean changesNothing = begins && changesNothing(fetched, before);
    advance(fetched, begins);
    if (changesNothing) {
      return Optional.empty();
    }
    sequence++;
    PassStep step = PassStep.of(begins, !fetched.more());
    Lease under = Objects.requireNonNull(lease, "lease");
    PageStamp stamp = new PageStamp(under, sequence, before, fetched.next(), step);
    return Optional.of(page(fetched, stratum, stamp, observedAt));
  }

  /**
   * Takes rejected records that are read again: a page in its turn, beside the pass that may be
   * under way.
   *
   * @param records of one first reading
   */
  Page again(List<Waiting> records, Stratum stratum) {
    sequence++;
    Lease under = Objects.requireNonNull(lease, "lease");
    return new Page(
        stream,
        connectorType,
        stratum,
        new PageStamp(under, sequence, held(), held(), PassStep.BESIDE),
        records.stream().map(StreamReader::change).toList(),
        null,
        null,
        records.get(0).rejected().observedAt(),
        Volume.none(),
        records.stream().map(Waiting::record).toList());
  }

  private static Change change(Waiting record) {
    return Change.upsert(record.rejected().key(), record.rejected().payload());
  }

  private void advance(Fetched fetched, boolean begins) {
    position = fetched.next();
    pass = fetched.more() ? Pass.UNDER_WAY : Pass.BETWEEN;
    if (begins) {
      nextTail = Tail.NONE;
    }
    if (fetched.changes().stream().anyMatch(StreamReader::isProvisional)) {
      nextTail = Tail.SOME;
    }
    if (!fetched.more()) {
      tail = nextTail;
    }
  }

  private boolean changesNothing(Fetched fetched, ReadPosition before) {
    return !fetched.more()
        && fetched.changes().isEmpty()
        && fetched.replaces() == null
        && fetched.next().equals(before)
        && tail == Tail.NONE;
  }

  private static boolean isProvisional(Change change) {
    return change.settlement() == Settlement.PROVISIONAL;
  }

  private void require(Fetched fetched, ReadPosition before) {
    if (fetched.more() && fetched.next().equals(before)) {
      throw broken("says there is more but does not move on from " + before.position());
    }
    ReadPosition next = fetched.next();
    if (!fetched.more() && !next.settled().equals(next.position())) {
      throw broken("ends a pass at " + next.position() + " instead of its settled cursor");
    }
  }

  private ConnectorException broken(String what) {
    return ConnectorException.of(
        Category.INTERNAL,
        connectorType + " " + what + " in stream '" + stream.name() + "': report this defect");
  }

  private Page page(Fetched fetched, Stratum stratum, PageStamp stamp, Instant observedAt) {
    return new Page(
        stream,
        connectorType,
        stratum,
        stamp,
        fetched.changes(),
        fetched.replaces(),
        fetched.completeThrough(),
        observedAt,
        fetched.volume());
  }

  private ReadPosition held() {
    return Objects.requireNonNull(position, "no lease was taken");
  }
}
