// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { fieldFaults, placed, toldSoFar } from './placed.ts';

test('a fault of a setting is told at its field, others are not', () => {
  const faults = ['/settings/host', '/name', '', '/settings'].map((pointer) => placed({ pointer, detail: 'is wrong' }));
  expect(faults.map((it) => it.name)).toEqual(['host', '/name', '', '']);
  expect(fieldFaults(faults).map((it) => it.name)).toEqual(['host']);
});

test('what is missing is not complained of before saving was tried, what is wrong is', () => {
  const own = [
    { name: 'host', detail: 'is needed' },
    { name: 'port', detail: 'must be a number' },
  ];
  expect(toldSoFar(own, false, { port: 'x' }).map((it) => it.name)).toEqual(['port']);
  expect(toldSoFar(own, true, { port: 'x' })).toEqual(own);
});
