// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Close } from '../api/types.ts';

/** The last close on that day or before it. */
export function closeAt(closes: readonly Close[], day: string): Close | undefined {
  return closes.findLast((close) => close.day <= day);
}

/** The closes people were shown, after those computed afterwards of the time before. */
export function withPast(published: readonly Close[], computed: readonly Close[]): readonly Close[] {
  const first = published[0]?.day ?? '9';
  return [...computed.filter((close) => close.day < first), ...published];
}

export const isComputed = (close: Close) => close.status === 'backcast';

export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

export interface Happening {
  readonly day: string;
  readonly what: string;
}

/** What is worth a flag: another model, restated days, accounts that were connected. */
export function happenings(closes: readonly Close[], connected: readonly Happening[]): readonly Happening[] {
  const own = closes.flatMap((close, at) => {
    const before = closes[at - 1];
    const model = before && before.model !== close.model ? [{ day: close.day, what: `Model ${close.model}` }] : [];
    const restated = close.status === 'restated' ? [{ day: close.day, what: 'Restated' }] : [];
    return [...model, ...restated];
  });
  const first = closes[0]?.day ?? '';
  return [...own, ...connected.filter((it) => it.day >= first)].sort((one, other) => one.day.localeCompare(other.day));
}
