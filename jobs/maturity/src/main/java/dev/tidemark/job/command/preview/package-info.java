// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Showing what reading a connector once would bring. */
@NullMarked
package dev.tidemark.job.command.preview;

import org.jspecify.annotations.NullMarked;
