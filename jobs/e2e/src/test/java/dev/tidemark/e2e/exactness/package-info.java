// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** The exactness protocol against a real PostgreSQL. */
@NullMarked
package dev.tidemark.e2e.exactness;

import org.jspecify.annotations.NullMarked;
