// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { secretOf } from './link.ts';

test('a link may be pasted whole or as its secret alone', () => {
  expect(secretOf(' http://127.0.0.1:8085/#link=aB-9_z\n')).toBe('aB-9_z');
  expect(secretOf('aB-9_z')).toBe('aB-9_z');
});

test('anything else is no link', () => {
  expect(secretOf('http://127.0.0.1:8085/')).toBe('');
  expect(secretOf('two words')).toBe('');
});
