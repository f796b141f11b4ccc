// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Close } from '../api/types.ts';
import { performanceIndex } from './performance.ts';

const close = (day: string, maturity: number) => ({ day, maturity }) as Close;
const closes = [close('2026-03-02', 2), close('2026-03-03', 2.5), close('2026-03-04', 2.25)];

test('the index begins at the maturity of the first close and moves by performance alone', () => {
  const sums = [
    { day: '2026-03-01', performance: 0.5 },
    { day: '2026-03-02', performance: 0.75 },
    { day: '2026-03-04', performance: 0.5 },
  ];
  expect(performanceIndex(closes, sums)).toEqual([2, 2, 1.75]);
});

test('without any performance it stays where it begins', () => {
  expect(performanceIndex(closes, [])).toEqual([2, 2, 2]);
  expect(performanceIndex([], [])).toEqual([]);
});
