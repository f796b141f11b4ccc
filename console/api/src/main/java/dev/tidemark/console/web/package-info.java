// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** How requests are read and answered, whatever they are about. */
@NullMarked
package dev.tidemark.console.web;

import org.jspecify.annotations.NullMarked;
