// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Faults played against the packaged job on a real cluster, and what they did to the rows. */
@NullMarked
package dev.tidemark.e2e.chaos;

import org.jspecify.annotations.NullMarked;
