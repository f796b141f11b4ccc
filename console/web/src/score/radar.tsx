// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'react';
import type { Card, DimensionScore } from '../api/types.ts';
import { maturity } from '../model/phrases.ts';

const CENTRE = 190;
const REACH = 140;

/** The profile as a ring. Between the two broken lines lies what it may be: without them it would say more than is known. */
export function Radar({ card, chart }: { readonly card: Card; readonly chart: RefObject<SVGSVGElement | null> }) {
  const all = card.profile;
  const told = all.map((it) => `${it.title} ${maturity(it.maturity)}, between ${maturity(it.low)} and ${maturity(it.high)}`).join('; ');
  return (
    <svg ref={chart} role="img" aria-label={`Profile. ${told}`} viewBox={`0 0 ${2 * CENTRE} ${2 * CENTRE}`} className="mx-auto block w-full max-w-lg">
      <path d={`${ring(all, (it) => it.high)} ${ring(all, (it) => it.low)}`} fillRule="evenodd" className="fill-band" fillOpacity="0.6" />
      {[1, 2, 3, 4, 5].map((level) => (
        <path key={level} d={ring(all, () => level)} fill="none" className="stroke-line" />
      ))}
      {all.map((it, at) => (
        <Axis key={it.dimension} of={it} at={at} count={all.length} />
      ))}
      <path d={ring(all, (it) => it.high)} fill="none" className="stroke-tide" strokeDasharray="4 4" />
      <path d={ring(all, (it) => it.low)} fill="none" className="stroke-tide" strokeDasharray="4 4" />
      <path d={ring(all, (it) => it.maturity)} fill="none" className="stroke-tide-strong" strokeWidth="3" strokeLinejoin="round" />
    </svg>
  );
}

function Axis({ of, at, count }: { readonly of: DimensionScore; readonly at: number; readonly count: number }) {
  const [x, y] = point(at, count, 5);
  const [labelX, labelY] = point(at, count, 5.75);
  return (
    <>
      <line x1={CENTRE} y1={CENTRE} x2={x} y2={y} className="stroke-line" />
      <text x={labelX} y={labelY} textAnchor="middle" dominantBaseline="middle" className="fill-ink" fontSize="13" fontWeight="600">
        {of.dimension}
      </text>
      <text x={labelX} y={labelY + 15} textAnchor="middle" dominantBaseline="middle" className="fill-muted" fontSize="12">
        {maturity(of.maturity)}
      </text>
    </>
  );
}

function ring(all: readonly DimensionScore[], value: (it: DimensionScore) => number): string {
  const points = all.map((it, at) => point(at, all.length, value(it)).map((size) => size.toFixed(1)).join(' '));
  return `M${points.join('L')}Z`;
}

function point(at: number, count: number, value: number): [number, number] {
  const angle = (2 * Math.PI * at) / count - Math.PI / 2;
  return [CENTRE + (REACH * value * Math.cos(angle)) / 5, CENTRE + (REACH * value * Math.sin(angle)) / 5];
}
