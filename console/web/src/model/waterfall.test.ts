// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Close, ReasonItem } from '../api/types.ts';
import { waterfall } from './waterfall.ts';

function close(day: string, maturity: number): Close {
  return { day, model: 'tidemark-core 1.0.0', composite: 'overall', maturity, low: 0, high: 5, coverage: 0.5, level: null, status: 'final' };
}

const moved = (indicator: string, reason: string, maturity: number): ReasonItem => ({ indicator, stratum: 'snowflake', reason, maturity });

const items = [
  moved('QUA.LAG', 'PERFORMANCE', 0.14263),
  moved('QUA.PAS', 'PERFORMANCE', -0.12412),
  moved('AIG.MON', 'EVIDENCE', 0.12119),
  moved('GOV.OWN', 'FRESHNESS', -0.04799),
];
const before = close('2026-01-01', 2.22331);
const after = close('2026-01-08', 2.22331 + 0.14263 - 0.12412 + 0.12119 - 0.04799);

test('each bar begins where the one before ended, and the last ends at the score', () => {
  const { bars } = waterfall(before, after, items, 'indicator');
  expect(bars.map((it) => it.label)).toEqual(['QUA.LAG', 'QUA.PAS', 'AIG.MON', 'GOV.OWN']);
  bars.slice(1).forEach((bar, at) => expect(bar.from).toBe(bars[at]!.to));
  expect(bars.at(-1)!.to).toBeCloseTo(after.maturity, 9);
});

test('printed bars and the printed start add up to the printed end', () => {
  for (const grouping of ['reason', 'indicator', 'platform'] as const) {
    const { start, end, bars } = waterfall(before, after, items, grouping);
    expect(bars.reduce((sum, it) => sum + it.shown, start)).toBeCloseTo(end, 9);
  }
});

test('reasons of a kind stand together', () => {
  const { bars } = waterfall(before, after, items, 'reason');
  expect(bars.map((it) => it.label)).toEqual(['Evidence', 'Freshness', 'Performance']);
});

test('what no reason explains is said to be unexplained', () => {
  const { bars } = waterfall(before, close('2026-01-08', 3), items, 'reason');
  expect(bars.at(-1)!.label).toBe('Not explained');
  expect(bars.at(-1)!.to).toBeCloseTo(3, 9);
});

test('the small ones stand together at the end', () => {
  const many = Array.from({ length: 20 }, (_, at) => moved(`X.${at}`, 'PERFORMANCE', 0.01 * (at + 1)));
  const { bars } = waterfall(close('2026-01-01', 0), close('2026-01-02', 2.1), many, 'indicator');
  expect(bars).toHaveLength(13);
  expect(bars.at(-1)!.label).toBe('8 more');
});
