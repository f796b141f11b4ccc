// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Reading a stream once, to show what it would bring without keeping anything. */
@NullMarked
package dev.tidemark.job.command.preview;

import org.jspecify.annotations.NullMarked;
