// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One page of a snapshot: parts in the order of their paths, in each part items in the order of
 * their keys. A part that cannot be listed ends the page before it and is passed over, so that no
 * page speaks for its keys.
 */
final class SnapshotPass<S extends ListingSession> {
  private final SnapshotStream<S> stream;
  private final S session;
  private final PageDraft draft;
  private Place place;

  SnapshotPass(SnapshotStream<S> stream, S session, PageDraft draft) {
    this.stream = stream;
    this.session = session;
    this.draft = draft;
    this.place = Place.of(draft.request().position().position());
    draft.startAfter(place.after());
  }

  Fetched page() {
    for (Part part : parts()) {
      if (Keys.behind(part.path()).compareTo(place.after()) > 0) {
        Fetched ended = part(part);
        if (ended != null) {
          return ended;
        }
      }
    }
    session.listings().forget(stream.description().name());
    return draft.ends(place.skipped() == Place.Skipped.NOTHING ? draft.request().upper() : null);
  }

  private List<Part> parts() {
    return listed("parts", () -> stream.parts(session), Comparator.comparing(Part::path));
  }

  private @Nullable Fetched part(Part part) {
    ConnectorException failure = part.failure();
    if (failure != null) {
      return passOver(part);
    }
    try {
      return items(part);
    } catch (ConnectorException refusal) {
      if (!Part.isRefusedBy(refusal)) {
        throw refusal;
      }
      return passOver(part);
    }
  }

  /** Speaks for what came before, and leaves the part's keys to what is known of them. */
  private Fetched passOver(Part part) {
    String through = place.after().compareTo(part.path()) < 0 ? part.path() : place.after();
    return draft.goesOn(through, place.skipping(part.path()).cursor());
  }

  private @Nullable Fetched items(Part part) {
    List<Item<S>> items =
        listed(part.path(), () -> stream.items(part, session), Comparator.comparing(Item::key));
    for (Item<S> item : items) {
      if (item.key().compareTo(place.after()) > 0) {
        add(item);
        if (draft.isFull()) {
          return draft.goesOn(place.after(), place.cursor());
        }
      }
    }
    return null;
  }

  private void add(Item<S> item) {
    Optional<ObjectNode> record = read(item);
    record.ifPresent(it -> draft.add(item.key(), it.put("at", draft.request().upper().toString())));
    place = place.at(item.key());
  }

  /** What has gone since it was listed is not there. */
  private Optional<ObjectNode> read(Item<S> item) {
    try {
      return item.detail().read(session);
    } catch (ConnectorException gone) {
      if (gone.category() == Category.NOT_FOUND) {
        return Optional.empty();
      }
      throw gone;
    }
  }

  private <T> List<T> listed(String part, Supplier<List<T>> read, Comparator<T> order) {
    Listings.Name name =
        new Listings.Name(stream.description().name(), part, draft.request().upper());
    return session.listings().get(name, () -> read.get().stream().sorted(order).toList());
  }
}
