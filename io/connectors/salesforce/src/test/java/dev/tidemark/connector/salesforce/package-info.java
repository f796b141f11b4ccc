// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the Salesforce connector. */
@NullMarked
package dev.tidemark.connector.salesforce;

import org.jspecify.annotations.NullMarked;
