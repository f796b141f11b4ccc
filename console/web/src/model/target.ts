// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** What somebody aims at, by dimension, from 0 to 5; dimensions without stay without. */
export type Target = Readonly<Record<string, number>>;

const key = (organisation: string) => `tidemark-target-${organisation}`;

/** The target kept in this browser; none where there is none or it cannot be read. */
export function keptTarget(organisation: string, store: Pick<Storage, 'getItem'>): Target {
  try {
    const kept: unknown = JSON.parse(store.getItem(key(organisation)) ?? '{}');
    const entries = Object.entries(kept as Record<string, unknown>);
    return Object.fromEntries(entries.filter((it): it is [string, number] => typeof it[1] === 'number' && it[1] >= 0 && it[1] <= 5));
  } catch {
    return {};
  }
}

export function keepTarget(organisation: string, target: Target, store: Pick<Storage, 'setItem'>): void {
  store.setItem(key(organisation), JSON.stringify(target));
}
