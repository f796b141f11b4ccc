// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** A console with something to show, for a browser to look at. */
@NullMarked
package dev.tidemark.console.page;

import org.jspecify.annotations.NullMarked;
