// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.Hints;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Connectors that read wrong, each in one way. */
final class BrokenReaders {
  private static final Pattern ID = Pattern.compile("\"id\":\\d+");

  private BrokenReaders() {}

  /** Thinks little of page sizes. */
  static Connector oversized(Connector whole) {
    return new BrokenConnector(whole) {
      @Override
      public Fetched fetch(FetchRequest it) {
        return super.fetch(
            new FetchRequest(
                it.stream(),
                it.position(),
                it.upper(),
                it.maximumRecords() + 1,
                it.maximumBytes()));
      }
    };
  }

  /** Says in the middle of a pass that its tail is settled, and takes it back when it ends. */
  static Connector settlingEarly(Connector whole) {
    Map<ReadPosition, ReadPosition> meant = new HashMap<>();
    return new BrokenConnector(whole) {
      @Override
      public Fetched fetch(FetchRequest it) {
        ReadPosition position = meant.getOrDefault(it.position(), it.position());
        Fetched page =
            super.fetch(
                new FetchRequest(
                    it.stream(), position, it.upper(), it.maximumRecords(), it.maximumBytes()));
        if (!page.more()) {
          return page;
        }
        ReadPosition said = ReadPosition.at(page.next().position());
        meant.put(said, page.next());
        return at(page, said);
      }
    };
  }

  /** Answers a request it has had before in another order. */
  static Connector shuffling(Connector whole) {
    Set<FetchRequest> seen = new HashSet<>();
    return new BrokenConnector(whole) {
      @Override
      public Fetched fetch(FetchRequest request) {
        Fetched page = super.fetch(request);
        List<Change> changes = new ArrayList<>(page.changes());
        if (!seen.add(request)) {
          Collections.reverse(changes);
        }
        return with(page, changes);
      }
    };
  }

  /** Goes on after a time, whatever else has that time. */
  static Connector skippingTies(Connector whole) {
    return new BrokenConnector(whole) {
      @Override
      public Fetched fetch(FetchRequest request) {
        Fetched page = super.fetch(request);
        return at(
            page,
            new ReadPosition(afterTies(page.next().settled()), afterTies(page.next().position())));
      }
    };
  }

  /** Takes only what is newer than what it has seen. */
  static Connector forgettingLate(Connector whole) {
    Map<String, Set<String>> seen = new HashMap<>();
    Map<String, Instant> newest = new HashMap<>();
    return new BrokenConnector(whole) {
      @Override
      public Fetched fetch(FetchRequest request) {
        Fetched page = super.fetch(request);
        Set<String> keys = seen.computeIfAbsent(request.stream(), it -> new HashSet<>());
        return page.replaces() == null
            ? with(page, page.changes().stream().filter(it -> isNew(it, keys, request)).toList())
            : page;
      }

      private boolean isNew(Change change, Set<String> keys, FetchRequest request) {
        Instant at = at(change);
        Instant last = newest.getOrDefault(request.stream(), Instant.MIN);
        boolean late = at.isBefore(last) && !keys.contains(change.key());
        if (!late) {
          keys.add(change.key());
          newest.merge(request.stream(), at, (one, other) -> one.isAfter(other) ? one : other);
        }
        return !late;
      }
    };
  }

  /** Remembers records as they were. */
  static Connector remembering(Connector whole) {
    Map<String, Bytes> first = new HashMap<>();
    return new BrokenConnector(whole) {
      @Override
      public Fetched fetch(FetchRequest request) {
        Fetched page = super.fetch(request);
        return with(
            page,
            page.changes().stream()
                .map(
                    it ->
                        new Change(
                            it.operation(),
                            it.settlement(),
                            it.key(),
                            first.computeIfAbsent(
                                request.stream() + it.key(), key -> it.payload())))
                .toList());
      }
    };
  }

  /** Takes a listing that broke off for its end. */
  static Connector tombstoning(Connector whole) {
    return new BrokenConnector(whole) {
      @Override
      public Fetched fetch(FetchRequest request) {
        try {
          return super.fetch(request);
        } catch (ConnectorException failure) {
          String after = after(request);
          if (failure.category() != Category.TRANSIENT || after == null) {
            throw failure;
          }
          return new Fetched(
              List.of(),
              ReadPosition.at(Cursor.start()),
              false,
              new KeyRange(after, null),
              request.upper(),
              Volume.none());
        }
      }
    };
  }

  /** Shows a struct that is not there as one that is empty. */
  static Connector fillingStructs(Connector whole) {
    return changing(
        whole,
        change ->
            new Change(
                change.operation(),
                change.settlement(),
                change.key(),
                Bytes.utf8(change.payload().utf8().replace("\"owner\":null", "\"owner\":{}"))));
  }

  /** Leaves out some records. */
  static Connector leavingOut(Connector whole, Predicate<Change> unwanted) {
    return new BrokenConnector(whole) {
      @Override
      public Fetched fetch(FetchRequest request) {
        Fetched page = super.fetch(request);
        return with(page, page.changes().stream().filter(unwanted.negate()).toList());
      }
    };
  }

  private static Connector changing(
      Connector whole, java.util.function.UnaryOperator<Change> change) {
    return new BrokenConnector(whole) {
      @Override
      public Fetched fetch(FetchRequest request) {
        Fetched page = super.fetch(request);
        return with(page, page.changes().stream().map(change).toList());
      }
    };
  }

  private static Fetched at(Fetched page, ReadPosition next) {
    return new Fetched(
        page.changes(), next, page.more(), page.replaces(), page.completeThrough(), page.volume());
  }

  private static Cursor afterTies(Cursor cursor) {
    return new Cursor(ID.matcher(cursor.json()).replaceAll("\"id\":" + Long.MAX_VALUE));
  }

  private static Instant at(Change change) {
    JsonNode record = Objects.requireNonNull(RecordShape.parsed(change.payload()));
    return Instant.parse(record.path("at").asText());
  }

  private static @Nullable String after(FetchRequest request) {
    String cursor = request.position().position().json();
    return cursor.startsWith("{\"after\":\"") ? cursor.substring(10, cursor.length() - 2) : null;
  }

  /** What was told once is told for ever. */
  static Connector repeatingNews(Connector whole) {
    return new BrokenConnector(whole) {
      @Override
      public Optional<Hints> hints() {
        return super.hints().map(RepeatingHints::new);
      }
    };
  }

  private static final class RepeatingHints implements Hints {
    private final Hints whole;
    private final Set<String> told = new TreeSet<>();

    RepeatingHints(Hints whole) {
      this.whole = whole;
    }

    @Override
    public Set<String> streams() {
      return whole.streams();
    }

    @Override
    public Set<String> await(Duration longest) {
      told.addAll(whole.await(longest));
      return Set.copyOf(told);
    }
  }
}
