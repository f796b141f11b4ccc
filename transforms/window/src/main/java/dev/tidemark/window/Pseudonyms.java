// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.spi.KeyedHash;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Keyed hashes of identifiers of persons and roles under the organisation's key. Stable within an
 * organisation, unrelated across organisations, and not to be undone without the key. Not safe for
 * use by several threads.
 */
public final class Pseudonyms {
  private static final int ORGANISATIONS = 10_000;
  private static final int IDENTIFIERS = 10_000;

  private final Function<OrganisationId, byte[]> keys;
  private final Map<OrganisationId, UnaryOperator<String>> organisations = new HashMap<>();

  /**
   * Pseudonyms under the keys a function knows, which is asked once per organisation.
   *
   * @param keys the ledger's {@code registry()::pseudonymKey}
   */
  public Pseudonyms(Function<OrganisationId, byte[]> keys) {
    this.keys = keys;
  }

  /** The pseudonyms of one organisation. */
  public UnaryOperator<String> of(OrganisationId organisation) {
    UnaryOperator<String> known = organisations.get(organisation);
    if (known == null) {
      if (organisations.size() >= ORGANISATIONS) {
        organisations.clear();
      }
      known = new Keyed(keys.apply(organisation));
      organisations.put(organisation, known);
    }
    return known;
  }

  /** The hash under one key, remembering what it was asked before. */
  private static final class Keyed implements UnaryOperator<String> {
    private final KeyedHash hash;
    private final Map<String, String> known = new HashMap<>();

    Keyed(byte[] key) {
      hash = KeyedHash.under(key);
    }

    @Override
    public String apply(String identifier) {
      if (known.size() >= IDENTIFIERS) {
        known.clear();
      }
      return known.computeIfAbsent(identifier, hash);
    }
  }
}
