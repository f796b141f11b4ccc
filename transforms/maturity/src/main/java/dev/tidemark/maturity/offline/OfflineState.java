// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.offline;

import dev.tidemark.maturity.score.Snapshot;
import java.time.LocalDate;

/** One state of an evidence file. */
public record OfflineState(LocalDate asOf, Snapshot snapshot) {}
