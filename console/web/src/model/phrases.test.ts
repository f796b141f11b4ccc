// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytes, percent, signed, valued } from './phrases.ts';
import { ago, moment, seconds, span } from './times.ts';

test('shares keep a decimal near the ends of the scale', () => {
  expect([0.004, 0.05, 0.5, 0.967, 1].map(percent)).toEqual(['0.40 %', '5.0 %', '50 %', '96.7 %', '100 %']);
});

test('values are told in their unit', () => {
  expect([valued(0.5, '1'), valued(21_600, 's'), valued(1.5, 'd/wk')]).toEqual(['50 %', '6 h', '1.5 d/wk']);
});

test('moves have their sign, and nothing has none', () => {
  expect([signed(0.1), signed(-0.0214), signed(-0.0001)]).toEqual(['+0.100', '−0.021', '0.000']);
});

test('sizes are told in the unit that fits', () => {
  expect([bytes(0), bytes(999), bytes(1_500_000)]).toEqual(['0 B', '999 B', '1.5 MB']);
});

test('times name their zone', () => {
  expect(moment('2024-01-02T10:42:00Z', 'Europe/Berlin')).toBe('2 Jan 2024, 11:42 CET');
});

test('lengths are told in their largest unit, before and after now', () => {
  expect([span(90), span(150), span(200_000)]).toEqual(['90 s', '3 min', '2 d']);
  expect(ago('2026-01-01T00:00:00Z', Date.parse('2026-01-01T00:05:00Z'))).toBe('5 min ago');
  expect(ago('2026-01-01T00:05:00Z', Date.parse('2026-01-01T00:00:00Z'))).toBe('in 5 min');
});

test('ISO 8601 lengths are read, other texts are none', () => {
  expect([seconds('PT5M'), seconds('P1DT2H'), seconds('PT'), seconds('5m')]).toEqual([300, 93_600, undefined, undefined]);
});
