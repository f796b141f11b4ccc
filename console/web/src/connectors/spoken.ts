// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Connector } from '../api/types.ts';
import { ALL } from './plan.ts';

/** How a connector is configured, in a sentence. */
export function spoken({ name, status, streams, intervals, budget }: Connector): string {
  const read = streams.length === 0 ? 'all streams' : streams.join(', ');
  const often = Object.entries(intervals).map(([stream, interval]) => `${stream === ALL ? 'all' : stream} every ${interval}`);
  const most = Object.entries(budget).map(([unit, amount]) => `${amount} ${unit} a day`);
  const parts = [`It is now called ${name}, ${status.toLowerCase()}, and reads ${read}`, ...often, ...most];
  return `${parts.join(', ')}.`;
}
