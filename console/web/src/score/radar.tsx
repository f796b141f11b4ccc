// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'react';
import type { Card, DimensionScore } from '../api/types.ts';
import type { Target } from '../model/target.ts';
import { maturity } from '../model/phrases.ts';

const CENTRE = 190;
const REACH = 140;

interface Props {
  readonly card: Card;
  readonly target: Target;
  readonly chart: RefObject<SVGSVGElement | null>;
}

/** The profile as a ring. Between the two broken lines lies what it may be: without them it would say more than is known. */
export function Radar({ card, target, chart }: Props) {
  const all = card.profile;
  const told = all.map((it) => `${it.title} ${maturity(it.maturity)}, between ${maturity(it.low)} and ${maturity(it.high)}${aim(it, target)}`).join('; ');
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
      {all.map((it, at) => target[it.dimension] !== undefined && <Aim key={it.dimension} at={point(at, all.length, target[it.dimension]!)} />)}
      {all.every((it) => target[it.dimension] !== undefined) && (
        <path d={ring(all, (it) => target[it.dimension]!)} fill="none" className="stroke-warn" strokeWidth="2" strokeDasharray="1 3" />
      )}
      <path d={ring(all, (it) => it.maturity)} fill="none" className="stroke-tide-strong" strokeWidth="3" strokeLinejoin="round" />
    </svg>
  );
}

function aim(it: DimensionScore, target: Target): string {
  const aimed = target[it.dimension];
  return aimed === undefined ? '' : `, target ${maturity(aimed)}`;
}

function Aim({ at: [x, y] }: { readonly at: readonly [number, number] }) {
  return <rect x={x - 4} y={y - 4} width="8" height="8" className="fill-card stroke-warn" strokeWidth="2" />;
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
