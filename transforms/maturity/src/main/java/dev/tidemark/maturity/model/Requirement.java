// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

/**
 * Another indicator that must be observed at this utility at least, or the one that asks for it is
 * unobserved: without a detector, few incidents are no good news.
 */
public record Requirement(String indicator, double utility) {}
