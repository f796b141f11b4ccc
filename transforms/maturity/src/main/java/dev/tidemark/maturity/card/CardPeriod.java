// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import dev.tidemark.maturity.score.Change;
import dev.tidemark.maturity.score.Snapshot;
import java.time.LocalDate;

/**
 * What a card says has changed, of the composite over everything.
 *
 * @param since the close it starts from
 * @param change the stored daily explanations since then, chained
 * @param before the snapshot of that close, for "from what to what"
 */
public record CardPeriod(LocalDate since, Change change, Snapshot before) {}
