// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Whole processes: the real command in JVMs of their own, watched, stopped and killed. */
@NullMarked
package dev.tidemark.e2e.process;

import org.jspecify.annotations.NullMarked;
