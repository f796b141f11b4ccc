// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** What flows through Tidemark: identifiers and the values every module shares. JDK only. */
@NullMarked
package dev.tidemark.model;

import org.jspecify.annotations.NullMarked;
