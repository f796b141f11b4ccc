// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** The architecture as sentences: each rule is one, and none is frozen. */
@NullMarked
package dev.tidemark.e2e.architecture;

import org.jspecify.annotations.NullMarked;
