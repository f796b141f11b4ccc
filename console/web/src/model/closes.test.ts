// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Close } from '../api/types.ts';
import { closeAt, daysBefore, happenings, withPast } from './closes.ts';

const close = (day: string, model = 'a 1', status: Close['status'] = 'final'): Close => ({
  day,
  model,
  status,
  composite: 'overall',
  maturity: 1,
  low: 0,
  high: 2,
  coverage: 0.5,
  level: 1,
});

test('a day without a close is answered with the one before it', () => {
  const closes = [close('2026-03-01'), close('2026-03-04')];
  expect(closeAt(closes, '2026-03-03')?.day).toBe('2026-03-01');
  expect(closeAt(closes, '2026-02-01')).toBeUndefined();
});

test('days are counted across months', () => {
  expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
});

test('another model, a restated day and a new account are flagged, those before the period not', () => {
  const closes = [close('2026-03-01'), close('2026-03-02', 'a 2'), close('2026-03-03', 'a 2', 'restated')];
  const connected = [
    { day: '2026-02-01', what: 'old connected' },
    { day: '2026-03-02', what: 'lake connected' },
  ];
  expect(happenings(closes, connected).map((it) => it.what)).toEqual(['Model a 2', 'lake connected', 'Restated']);
});

test('what people were shown is never replaced by what was computed afterwards', () => {
  const published = [close('2026-03-03'), close('2026-03-04')];
  const computed = [close('2026-03-02', 'a 1', 'backcast'), close('2026-03-03', 'a 1', 'backcast')];
  expect(withPast(published, computed).map((it) => `${it.day} ${it.status}`)).toEqual(['2026-03-02 backcast', '2026-03-03 final', '2026-03-04 final']);
  expect(withPast([], computed)).toEqual(computed);
});
