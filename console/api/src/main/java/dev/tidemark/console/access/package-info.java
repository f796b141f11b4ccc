// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Who is asking, and what they may do where. */
@NullMarked
package dev.tidemark.console.access;

import org.jspecify.annotations.NullMarked;
