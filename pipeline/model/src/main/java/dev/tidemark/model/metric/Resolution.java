// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

/**
 * The window lengths a metric is kept at. Scoring reads days; hours serve volume and usage over the
 * day.
 */
public enum Resolution {
  /** UTC days only. */
  DAILY,
  /** UTC hours as well as UTC days. */
  HOURLY_AND_DAILY
}
