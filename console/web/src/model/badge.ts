// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Card } from '../api/types.ts';
import { maturity } from './phrases.ts';

type Scored = Pick<Card, 'maturity' | 'low' | 'high' | 'coverage' | 'level'>;

/** Under this nobody is rated, and the badge does not say more than is known either. */
const ENOUGH = 0.4;

/** What a badge says of a score: never a number without its interval, and a question mark where too little is seen. */
export function badgeText({ coverage, level, ...of }: Scored): string {
  if (coverage < ENOUGH) {
    return `? (${maturity(of.low)}–${maturity(of.high)})`;
  }
  const value = `${maturity(of.maturity)} (${maturity(of.low)}–${maturity(of.high)})`;
  return level === null ? value : `${value} · level ${level}`;
}
