// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** What people and programs are shown of a score: JSON first, text rendered from the same facts. */
@NullMarked
package dev.tidemark.maturity.card;

import org.jspecify.annotations.NullMarked;
