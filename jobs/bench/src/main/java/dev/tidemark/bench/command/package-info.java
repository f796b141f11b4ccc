// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** The command. */
@NullMarked
package dev.tidemark.bench.command;

import org.jspecify.annotations.NullMarked;
