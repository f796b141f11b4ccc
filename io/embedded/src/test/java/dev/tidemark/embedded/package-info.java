// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Tests against servers that really start. */
@NullMarked
package dev.tidemark.embedded;

import org.jspecify.annotations.NullMarked;
