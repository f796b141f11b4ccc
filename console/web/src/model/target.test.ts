// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { keepTarget, keptTarget } from './target.ts';

function store() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
}

test('a target is kept for each organisation alone', () => {
  const shelf = store();
  keepTarget('acme', { GOV: 3.5 }, shelf);
  expect(keptTarget('acme', shelf)).toEqual({ GOV: 3.5 });
  expect(keptTarget('umbrella', shelf)).toEqual({});
});

test('what cannot be a target is none', () => {
  const shelf = store();
  keepTarget('acme', { GOV: 7, QUA: 2 }, shelf);
  expect(keptTarget('acme', shelf)).toEqual({ QUA: 2 });
  expect(keptTarget('acme', { getItem: () => '{' })).toEqual({});
});
