// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { cells } from './samples.ts';

test('records of different shapes stand under the names of all their fields', () => {
  const { columns, rows } = cells([{ a: 1, b: null }, { b: { c: [2] } }]);
  expect(columns).toEqual(['a', 'b']);
  expect(rows.map((it) => it.values)).toEqual([{ a: '1', b: '' }, { b: '{"c":[2]}' }]);
});

test('what is no record is a value', () => {
  expect(cells(['x', 3]).rows.map((it) => it.values)).toEqual([{ value: 'x' }, { value: '3' }]);
});
