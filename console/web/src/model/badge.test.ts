// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { badgeText } from './badge.ts';

const score = { maturity: 2.344, low: 1.9, high: 2.81, coverage: 0.7, level: 2 };

test('a badge tells the interval beside the number, and the level where there is one', () => {
  expect(badgeText(score)).toBe('2.34 (1.90–2.81) · level 2');
  expect(badgeText({ ...score, level: null })).toBe('2.34 (1.90–2.81)');
});

test('where too little is seen to be rated it does not name a number', () => {
  expect(badgeText({ ...score, coverage: 0.39 })).toBe('? (1.90–2.81)');
});
