// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Keeping scores current: when an organisation is scored, and from what. */
@NullMarked
package dev.tidemark.maturity.live;

import org.jspecify.annotations.NullMarked;
