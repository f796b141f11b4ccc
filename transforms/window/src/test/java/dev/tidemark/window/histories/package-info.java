// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Random histories of crashes, zombies, retries, lost answers and restored databases, against which
 * the exactness of folding and committing is tested. They run on any ledger.
 */
@NullMarked
package dev.tidemark.window.histories;

import org.jspecify.annotations.NullMarked;
