// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Close, Effect, ReasonItem } from '../api/types.ts';
import type { Rows } from '../export/csv.ts';
import { apportioned } from './apportion.ts';

export interface Bar {
  readonly label: string;
  readonly detail: string;
  readonly move: number;
  /** As it is printed: all of them and the first add up to the last. */
  readonly shown: number;
  readonly from: number;
  readonly to: number;
}

export interface Waterfall {
  readonly start: number;
  readonly end: number;
  readonly bars: readonly Bar[];
}

export type Grouping = 'reason' | 'indicator' | 'platform';

const reasons: Record<string, string> = {
  PERFORMANCE: 'Performance',
  EVIDENCE: 'Evidence',
  FRESHNESS: 'Freshness',
  SCOPE: 'Scope',
  MODEL: 'Model',
  RESTATEMENT: 'Restatement',
};

export function reasonName(reason: string): string {
  return reasons[reason] ?? reason;
}

/** What each group of reasons moved, the largest first; what is small stands together in the last. */
export function groups(items: readonly ReasonItem[], grouping: Grouping, most = 12): { label: string; detail: string; move: number }[] {
  const sums = new Map<string, { label: string; detail: string; move: number; parts: number }>();
  for (const item of items) {
    const [label, detail] = named(item, grouping);
    const sum = sums.get(label + detail) ?? { label, detail, move: 0, parts: 0 };
    sums.set(label + detail, { ...sum, move: sum.move + item.maturity, parts: sum.parts + 1 });
  }
  const sorted = [...sums.values()].sort((one, other) => Math.abs(other.move) - Math.abs(one.move));
  const rest = sorted.slice(most);
  const shown = sorted.slice(0, most);
  return rest.length === 0
    ? shown
    : [...shown, { label: `${rest.length} more`, detail: 'all smaller', move: rest.reduce((sum, it) => sum + it.move, 0) }];
}

function named(item: ReasonItem, grouping: Grouping): [string, string] {
  switch (grouping) {
    case 'reason':
      return [reasonName(item.reason), ''];
    case 'indicator':
      return [item.indicator, reasonName(item.reason)];
    case 'platform':
      return [item.stratum === '*' ? 'everywhere' : item.stratum, reasonName(item.reason)];
  }
}

type Score = Pick<Close, 'maturity'>;

/** Bars from a score to what would become of it. */
export function effectBars({ before, after, lines }: Effect): Waterfall {
  const items = lines.map(({ platform, ...line }) => ({ ...line, stratum: platform }));
  return waterfall(before, after, items, 'indicator');
}

/** Bars from one score to another. What the reasons do not explain is a bar of its own and says so. */
export function waterfall(from: Score, to: Score, items: readonly ReasonItem[], grouping: Grouping): Waterfall {
  const moves = groups(items, grouping);
  const unexplained = to.maturity - from.maturity - moves.reduce((sum, it) => sum + it.move, 0);
  const all = Math.abs(unexplained) < 1e-6 ? moves : [...moves, { label: 'Not explained', detail: '', move: unexplained }];
  const [start = 0, ...shown] = apportioned([from.maturity, ...all.map((it) => it.move)]);
  let level = from.maturity;
  const bars = all.map((it, at) => {
    const bar = { ...it, shown: shown[at] ?? 0, from: level, to: level + it.move };
    level = bar.to;
    return bar;
  });
  return { start, end: Math.round(to.maturity * 1000) / 1000, bars };
}

/** As it is taken away. */
export function waterfallRows({ start, end, bars }: Waterfall): Rows {
  return {
    columns: ['what', 'detail', 'maturity'],
    rows: [['start', '', start], ...bars.map((bar) => [bar.label, bar.detail, bar.move]), ['end', '', end]],
  };
}
