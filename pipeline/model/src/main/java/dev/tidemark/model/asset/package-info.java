// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Facts about data assets, and the signature by which assets are counted. */
@NullMarked
package dev.tidemark.model.asset;

import org.jspecify.annotations.NullMarked;
