// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { address } from './client.ts';

test('names in a path cannot lead elsewhere', () => {
  const at = { connector: 'c', stream: '../a/b?c' };
  expect(address('/api/data-connectors/{connector}/streams/{stream}/rewind', { at })).toBe('/api/data-connectors/c/streams/..%2Fa%2Fb%3Fc/rewind');
});

test('what is asked for several times is named each time', () => {
  const query = { stratum: ['a&b', 'c'], connector: undefined };
  expect(address('/api/organisations', { query })).toBe('/api/organisations?stratum=a%26b&stratum=c');
});

test('what is not asked for is left out', () => {
  expect(address('/api/organisations', { query: { limit: 10, cursor: '' } })).toBe('/api/organisations?limit=10');
});
