// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Delivering what was noted: leases, order, back-off, dead letters. */
@NullMarked
package dev.tidemark.outlet.run;

import org.jspecify.annotations.NullMarked;
