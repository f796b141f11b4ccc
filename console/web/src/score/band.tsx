// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Estimate } from '../api/types.ts';
import { maturity, percent } from '../model/phrases.ts';

const part = (value: number) => `${Math.min(100, Math.max(0, 20 * value))}%`;

/** A value on the scale of 0 to 5, and behind it as a band what it may be: what is not known is not hidden. */
export function Band({ name, of, tall = false }: { readonly name: string; readonly of: Estimate; readonly tall?: boolean }) {
  const height = tall ? 22 : 14;
  const told = `${name}: ${maturity(of.maturity)} of 5, between ${maturity(of.low)} and ${maturity(of.high)}, coverage ${percent(of.coverage)}`;
  return (
    <svg role="img" aria-label={told} width="100%" height={height} className="block overflow-visible">
      <rect x="0" y="0" width="100%" height={height} rx="4" className="fill-paper" />
      <rect x={part(of.low)} y="0" width={part(of.high - of.low)} height={height} rx="4" className="fill-band" />
      {[1, 2, 3, 4].map((level) => (
        <line key={level} x1={part(level)} x2={part(level)} y1="0" y2={height} className="stroke-card" strokeWidth="2" />
      ))}
      <line x1={part(of.maturity)} x2={part(of.maturity)} y1="-3" y2={height + 3} className="stroke-tide-strong" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}
