// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Tests of the coders. */
@NullMarked
package dev.tidemark.beam;

import org.jspecify.annotations.NullMarked;
