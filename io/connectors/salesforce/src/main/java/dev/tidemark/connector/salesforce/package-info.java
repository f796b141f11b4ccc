// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Reads what a Salesforce organisation says about itself: its objects and fields and who answers
 * for them, who signs in and how, who may do what, what is changed, which agents there are.
 */
@NullMarked
package dev.tidemark.connector.salesforce;

import org.jspecify.annotations.NullMarked;
