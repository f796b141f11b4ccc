// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** A job in a process of its own that goes on while it is looked at. */
@NullMarked
package dev.tidemark.bench.live;

import org.jspecify.annotations.NullMarked;
