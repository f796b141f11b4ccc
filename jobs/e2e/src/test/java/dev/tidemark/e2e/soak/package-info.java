// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** What is watched for hours, and whether any of it goes up and up. */
@NullMarked
package dev.tidemark.e2e.soak;

import org.jspecify.annotations.NullMarked;
