// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { span } from './times.ts';

/** A maturity of 0 to 5. */
export function maturity(value: number): string {
  return value.toFixed(2);
}

/** A move of maturity, always with its sign. */
export function signed(value: number, digits = 3): string {
  const rounded = value.toFixed(digits);
  return Number(rounded) === 0 ? (0).toFixed(digits) : `${value > 0 ? '+' : '−'}${rounded.replace('-', '')}`;
}

/** A share; near the ends of the scale a decimal matters. */
export function percent(share: number): string {
  const plain = (share > 0.1 && share < 0.9) || share === 0 || share >= 1;
  return `${(100 * share).toFixed(plain ? 0 : share > 0 && share < 0.01 ? 2 : 1)} %`;
}

export function count(value: number): string {
  return new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(value);
}

/** A value in its unit, as the score card prints it. */
export function valued(raw: number, unit: string): string {
  if (unit === '1') {
    return percent(raw);
  }
  return unit === 's' ? span(raw) : `${count(raw)} ${unit}`;
}

export function bytes(size: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const at = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, size)) / 3)));
  return `${count(size / 1000 ** at)} ${units[at]}`;
}

export function coverageWord(coverage: number): string {
  if (coverage >= 0.8) {
    return 'high';
  }
  return coverage >= 0.6 ? 'medium' : coverage >= 0.4 ? 'low' : 'not enough to rate';
}
