// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** What others wrote to play a vendor's service, run as a second judge. */
@NullMarked
package dev.tidemark.testkit.judge;

import org.jspecify.annotations.NullMarked;
