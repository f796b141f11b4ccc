// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { DescribedType } from '../api/types.ts';
import { ALL, costing, every, NEW, reads, toggled } from './plan.ts';

const kind = { streams: [{ name: 'tables' }, { name: 'runs' }] } as DescribedType;

test('a plan that names no stream reads all, and so does one that names all again', () => {
  const without = toggled(NEW, kind, 'runs');
  expect(without.streams).toEqual(['tables']);
  expect(reads(without, 'runs')).toBe(false);
  expect(toggled(without, kind, 'runs').streams).toEqual([]);
});

test('the last stream stays', () => {
  const without = toggled(NEW, kind, 'runs');
  expect(toggled(without, kind, 'tables')).toBe(without);
});

test('what is set to nothing is not sent', () => {
  expect(every(every(NEW, ALL, 'PT5M'), ALL, '').intervals).toEqual({});
  expect(costing(costing(NEW, 'calls', 5), 'calls', undefined).budget).toEqual({});
});
