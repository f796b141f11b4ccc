// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** The graph as the engine sees it. */
@NullMarked
package dev.tidemark.e2e.graph;

import org.jspecify.annotations.NullMarked;
