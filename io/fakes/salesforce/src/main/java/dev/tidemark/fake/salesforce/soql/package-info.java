// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** SOQL, the query language of Salesforce: read as its reference describes it, and carried out. */
@NullMarked
package dev.tidemark.fake.salesforce.soql;

import org.jspecify.annotations.NullMarked;
