// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** A stream's unit of order, state and commit: lease, cursor, page, commit. */
@NullMarked
package dev.tidemark.model.stream;

import org.jspecify.annotations.NullMarked;
