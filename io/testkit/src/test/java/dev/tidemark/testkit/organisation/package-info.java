// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** What holds of the company that does not exist. */
@NullMarked
package dev.tidemark.testkit.organisation;

import org.jspecify.annotations.NullMarked;
