// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** What would become of a score, as those ask who do not know the model. */
@NullMarked
package dev.tidemark.spi.outlook;

import org.jspecify.annotations.NullMarked;
