// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** What can be asked for and changed, one class for each thing. */
@NullMarked
package dev.tidemark.console.resource;

import org.jspecify.annotations.NullMarked;
