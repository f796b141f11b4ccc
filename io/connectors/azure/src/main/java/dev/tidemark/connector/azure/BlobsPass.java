// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Place.Skipped;
import dev.tidemark.authoring.Records;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Fetched;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One page over the blobs of containers, each list read on from its marker; what was added up so
 * far stands in the cursor. Nothing is kept of a blob but its size and age.
 */
final class BlobsPass {
  /** A page is some seconds of listing. */
  private static final int MOST_LISTS = 25;

  private final PageDraft draft;
  private final Session session;
  private final Set<String> added = new HashSet<>();
  private BlobsPlace place;
  private int lists;

  BlobsPass(Session session, PageDraft draft) {
    this.draft = draft;
    this.session = session;
    this.place = BlobsPlace.of(draft.request().position().position(), session.now());
    draft.startAfter(place.after());
  }

  /** A container whose blobs are listed. */
  private record Listed(Resource account, String container) {
    String key() {
      return account.name() + "/" + container;
    }
  }

  Fetched page() {
    for (Listed listed : session.shared("listed containers", this::containers)) {
      if (listed.key().compareTo(place.after()) > 0) {
        if (draft.isFull() || lists >= MOST_LISTS || !passes(listed)) {
          return goesOn();
        }
        if (place.skipped() == Skipped.SOMETHING && !added.contains(listed.key())) {
          return draft.goesOnBefore(listed.key(), place.cursor());
        }
      }
    }
    return draft.ends(place.skipped() == Skipped.NOTHING ? place.began() : null);
  }

  private List<Listed> containers() {
    List<Listed> all = new ArrayList<>();
    for (String subscription : Resources.subscriptions(session)) {
      for (Resource account : Resources.storageAccounts(session, subscription)) {
        ContainersStream.names(session, account).stream()
            .map(name -> new Listed(account, name))
            .filter(it -> session.scope().listed().contains(it.key()))
            .forEach(all::add);
      }
    }
    return all.stream().sorted(Comparator.comparing(Listed::key)).toList();
  }

  /** The page speaks for the containers that are done, which may be none of its own. */
  private Fetched goesOn() {
    if (place.after().isEmpty()) {
      draft.speakForNothing();
    }
    return draft.goesOn(place.after(), place.cursor());
  }

  /** Lists on; whether the container is behind us. */
  private boolean passes(Listed listed) {
    place = place.entering(listed.key());
    try {
      return lists(listed);
    } catch (ConnectorException failure) {
      if (!Part.isRefusedBy(failure)) {
        throw failure;
      }
      boolean isGone = failure.category() == Category.NOT_FOUND;
      place = place.done(listed.key(), isGone ? Skipped.NOTHING : Skipped.SOMETHING);
      return true;
    }
  }

  private boolean lists(Listed listed) {
    while (lists < MOST_LISTS) {
      lists++;
      BlobList list =
          BlobList.read(session, listed.account().name(), listed.container(), place.marker());
      place = place.behind(list);
      draft.count(list.blobs().size());
      if (list.next().isEmpty()) {
        add(listed);
        return true;
      }
    }
    return false;
  }

  private void add(Listed listed) {
    ObjectNode record = Records.blank(new BlobsStream().fields());
    record.put("account", listed.account().name()).put("container", listed.container());
    record.put("urn", ContainersStream.urn(listed.account(), listed.container()));
    record.put("blobs", place.total().blobs()).put("bytes", place.total().bytes());
    Records.putTime(record, "newest_at", place.total().newest());
    draft.add(listed.key(), record.put("at", session.now().toString()));
    added.add(listed.key());
    place = place.done(listed.key(), Skipped.NOTHING);
  }
}
