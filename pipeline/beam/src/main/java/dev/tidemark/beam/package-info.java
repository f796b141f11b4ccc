// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Coders and time conversions: what the model needs to travel through Beam. */
@NullMarked
package dev.tidemark.beam;

import org.jspecify.annotations.NullMarked;
