// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Close, PerformanceDay } from '../api/types.ts';

/**
 * The performance index at each close: the maturity of the first, moved by performance alone from then
 * on. Where it leaves the maturity, something else moved that: what is seen, its age, what counts.
 */
export function performanceIndex(closes: readonly Close[], sums: readonly PerformanceDay[]): readonly number[] {
  const [first] = closes;
  if (!first) {
    return [];
  }
  const until = (day: string) => sums.findLast((it) => it.day <= day)?.performance ?? 0;
  const start = first.maturity - until(first.day);
  return closes.map((close) => start + until(close.day));
}
