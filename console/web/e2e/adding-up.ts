// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { expect } from 'vitest';

/** Holds a waterfall to what it says: where it begins and all its bars, as they are printed, make where it ends. */
export function added(sentence: string | null, what: string): void {
  const [, start, end, moves = ''] = /^From ([\d.]+) to ([\d.]+): (.*)$/.exec(sentence ?? '') ?? [];
  const sum = moves.split('; ').reduce((total, it) => total + Number(it.split(' ').at(-1)?.replace('−', '-')), Number(start));
  expect(sum.toFixed(3), what).toBe(end);
}
