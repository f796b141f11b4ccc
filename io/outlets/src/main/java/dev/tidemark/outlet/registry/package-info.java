// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Outlets as rows: adding, changing, looking at and removing them. */
@NullMarked
package dev.tidemark.outlet.registry;

import org.jspecify.annotations.NullMarked;
