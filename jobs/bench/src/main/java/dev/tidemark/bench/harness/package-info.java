// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** How contestants are measured: in turn, with controls, against an oracle. */
@NullMarked
package dev.tidemark.bench.harness;

import org.jspecify.annotations.NullMarked;
