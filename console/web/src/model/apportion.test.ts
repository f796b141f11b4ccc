// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { apportioned } from './apportion.ts';

const sum = (values: readonly number[]) => Math.round(1000 * values.reduce((total, it) => total + it, 0)) / 1000;

test('printed numbers add up to the printed total, though each is rounded', () => {
  const third = [1 / 3, 1 / 3, 1 / 3];
  expect(apportioned(third)).toEqual([0.334, 0.333, 0.333]);
  expect(sum(apportioned(third))).toBe(1);
});

test('they do for moves up and down, many times over', () => {
  let state = 7;
  const next = () => ((state = (state * 48271) % 2147483647) / 2147483647) * 2 - 1;
  for (let round = 0; round < 100; round++) {
    const values = Array.from({ length: 1 + (round % 17) }, next);
    const shown = apportioned(values);
    expect(sum(shown), `round ${round}`).toBe(Math.round(1000 * values.reduce((total, it) => total + it, 0)) / 1000 + 0);
    expect(Math.max(...shown.map((it, at) => Math.abs(it - values[at]!)))).toBeLessThanOrEqual(0.001);
  }
});

test('what is a printed number already stays so', () => {
  expect(apportioned([2.4, -0.124, 0.08])).toEqual([2.4, -0.124, 0.08]);
});
