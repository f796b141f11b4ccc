// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Connector, DescribedType } from '../api/types.ts';

/** What is read, how often, and what it may cost: everything of a connector but what it connects with. */
export interface Plan {
  readonly name: string;
  readonly streams: readonly string[];
  readonly intervals: Readonly<Record<string, string>>;
  readonly budget: Readonly<Record<string, number>>;
}

export const ALL = '*';

export const NEW: Plan = { name: '', streams: [], intervals: {}, budget: {} };

export function planOf({ name, streams, intervals, budget }: Connector): Plan {
  return { name, streams, intervals, budget };
}

/** None named stands for all of them. */
export function reads(plan: Plan, stream: string): boolean {
  return plan.streams.length === 0 || plan.streams.includes(stream);
}

/** The plan with a stream read or left out; the last one cannot be left out. */
export function toggled(plan: Plan, kind: DescribedType, stream: string): Plan {
  const all = kind.streams.map((it) => it.name);
  const now = all.filter((name) => (name === stream ? !reads(plan, name) : reads(plan, name)));
  return now.length === 0 ? plan : { ...plan, streams: now.length === all.length ? [] : now };
}

export function every(plan: Plan, stream: string, interval: string): Plan {
  const { [stream]: _before, ...others } = plan.intervals;
  return { ...plan, intervals: interval ? { ...others, [stream]: interval } : others };
}

export function costing(plan: Plan, unit: string, most: number | undefined): Plan {
  const { [unit]: _before, ...others } = plan.budget;
  return { ...plan, budget: most === undefined ? others : { ...others, [unit]: most } };
}
