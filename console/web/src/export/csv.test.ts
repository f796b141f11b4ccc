// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { csv, json } from './csv.ts';

test('quotes what would be read otherwise', () => {
  const written = csv({ columns: ['a', 'b'], rows: [['x,y', 'say "no"\nor']] });
  expect(written).toBe('a,b\r\n"x,y","say ""no""\nor"\r\n');
});

test('no text becomes a formula of a spreadsheet, and numbers stay numbers', () => {
  expect(csv({ columns: ['a', 'b'], rows: [['=1+1', -2]] })).toContain("'=1+1,-2");
});

test('JSON has an object a row and null for what is not known', () => {
  expect(JSON.parse(json({ columns: ['a', 'b'], rows: [[1, null]] }))).toEqual([{ a: 1, b: null }]);
});
