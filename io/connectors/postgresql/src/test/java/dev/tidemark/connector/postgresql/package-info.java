// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** The connector against real servers of every major it supports. */
@NullMarked
package dev.tidemark.connector.postgresql;

import org.jspecify.annotations.NullMarked;
