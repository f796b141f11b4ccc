// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** A connector with a release behind it. */
@NullMarked
package dev.tidemark.testkit.released;

import org.jspecify.annotations.NullMarked;
