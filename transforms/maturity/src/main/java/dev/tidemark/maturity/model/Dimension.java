// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

/**
 * A side of maturity that is shown on its own.
 *
 * @param weight its weight among all dimensions; those of a composite are renormalised
 * @param innerPower the exponent of the mean over its indicators
 */
public record Dimension(String id, String title, double weight, double innerPower) {}
