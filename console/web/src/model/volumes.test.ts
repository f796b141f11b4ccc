// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Volume } from '../api/types.ts';
import { spans } from './volumes.ts';

const volume = (stream: string, hour: string, records: number): Volume => ({
  stream,
  hour,
  records,
  polls: 1,
  failures: 0,
  pages: 1,
  bytes: 10 * records,
  calls: 2,
});

const volumes = [volume('tables', '2026-03-01T10:00:00Z', 5), volume('queries', '2026-03-01T10:00:00Z', 7), volume('tables', '2026-03-01T12:00:00Z', 1)];
const now = Date.parse('2026-03-01T12:30:00Z');

test('streams are added up hour by hour, and hours without a poll stand there with nothing', () => {
  expect(spans(volumes, '', { hours: 3, step: 1 }, now).map((it) => it.records)).toEqual([12, 0, 1]);
  expect(spans(volumes, '', { hours: 3, step: 1 }, now).map((it) => it.at)).toEqual(['2026-03-01T10:00:00.000Z', '2026-03-01T11:00:00.000Z', '2026-03-01T12:00:00.000Z']);
});

test('one stream alone, and no more hours than were asked for', () => {
  expect(spans(volumes, 'tables', { hours: 2, step: 1 }, now).map((it) => it.records)).toEqual([0, 1]);
});

test('days begin at midnight UTC, and the one of now is the last', () => {
  const days = [volume('tables', '2026-02-28T00:00:00Z', 3), volume('tables', '2026-03-01T00:00:00Z', 4), volume('queries', '2026-03-01T00:00:00Z', 5)];
  const told = spans(days, '', { hours: 72, step: 24 }, now);
  expect(told.map((it) => it.at.slice(0, 10))).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  expect(told.map((it) => it.records)).toEqual([0, 3, 9]);
});
