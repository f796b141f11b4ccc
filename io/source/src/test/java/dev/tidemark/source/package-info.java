// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Tests of watching and polling. */
@NullMarked
package dev.tidemark.source;

import org.jspecify.annotations.NullMarked;
