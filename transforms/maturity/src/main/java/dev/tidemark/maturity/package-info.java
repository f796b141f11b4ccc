// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** The scoring model as pure functions of windows, assets, estate, model version and time. */
@NullMarked
package dev.tidemark.maturity;

import org.jspecify.annotations.NullMarked;
