// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.stream.FactChanges;
import dev.tidemark.model.stream.KeyRange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of fact changes: equal for equal changes, and in practice for no others. */
record FactDigest(Bytes hash) {

  static FactDigest of(FactChanges changes) {
    MessageDigest digest = sha256();
    for (KeyRange range : changes.replaced()) {
      add(digest, range.after());
      add(digest, range.through());
    }
    changes.deleted().forEach(key -> add(digest, key));
    changes.upserts().forEach(facts -> add(digest, facts));
    return new FactDigest(Bytes.wrap(digest.digest()));
  }

  private static void add(MessageDigest digest, AssetFacts facts) {
    add(digest, facts.recordKey());
    add(digest, facts.stratum().urn());
    add(digest, facts.asset().type());
    add(digest, facts.asset().urn());
    facts
        .facts()
        .forEach(
            (name, value) -> {
              add(digest, name);
              add(digest, value);
            });
    digest.update((byte) 2);
  }

  /** Each text with a mark before it that no text starts with, so that none run together. */
  private static void add(MessageDigest digest, @Nullable String text) {
    digest.update((byte) (text == null ? 1 : 0));
    if (text != null) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JVM cannot compute SHA-256", e);
    }
  }
}
