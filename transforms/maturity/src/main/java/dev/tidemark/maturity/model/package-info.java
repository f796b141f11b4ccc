// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Maturity models as data: what is scored, from which metrics, on which curve, with which weight. A
 * model is read from YAML and checked whole before anything is computed with it.
 */
@NullMarked
package dev.tidemark.maturity.model;

import org.jspecify.annotations.NullMarked;
