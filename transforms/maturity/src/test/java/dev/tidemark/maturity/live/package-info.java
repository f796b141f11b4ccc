// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Tests of keeping scores current. */
@NullMarked
package dev.tidemark.maturity.live;

import org.jspecify.annotations.NullMarked;
