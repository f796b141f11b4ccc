// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

/** An account during one fetch, with the lists that pages of a pass share. */
public interface ListingSession extends Spending {
  Listings listings();
}
