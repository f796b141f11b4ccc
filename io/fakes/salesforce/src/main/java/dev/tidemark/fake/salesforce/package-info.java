// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A Salesforce organisation in this process: OAuth, the REST interface with SOQL, the Tooling
 * interface, limits and the vendor's own words for what goes wrong. Written from the vendor's
 * documentation.
 */
@NullMarked
package dev.tidemark.fake.salesforce;

import org.jspecify.annotations.NullMarked;
