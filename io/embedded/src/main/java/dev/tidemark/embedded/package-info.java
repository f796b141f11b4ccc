// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** A PostgreSQL server unpacked, started and stopped by the process that needs it. */
@NullMarked
package dev.tidemark.embedded;

import org.jspecify.annotations.NullMarked;
