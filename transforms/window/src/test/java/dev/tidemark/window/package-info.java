// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Tests of folding and adding up. */
@NullMarked
package dev.tidemark.window;

import org.jspecify.annotations.NullMarked;
