// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'react';
import { signed } from '../model/phrases.ts';
import type { Bar, Waterfall } from '../model/waterfall.ts';
import { useWidth } from '../ui/use-width.ts';

const ROW = 30;
const NUMBER = 64;

interface Row {
  readonly label: string;
  readonly number: string;
  readonly from: number;
  readonly to: number;
  readonly look: string;
}

/** One row for each reason, from where the one before it ended. */
export function WaterfallChart({ of, chart }: { readonly of: Waterfall; readonly chart: RefObject<SVGSVGElement | null> }) {
  const [box, width] = useWidth<HTMLDivElement>();
  const rows = [whole('Before', of.start), ...of.bars.map(part), whole('After', of.end)];
  const labels = Math.min(280, 0.4 * width);
  const x = scale(rows, labels + 8, width - NUMBER - 8);
  const told = of.bars.map((bar) => `${bar.label} ${bar.detail} ${signed(bar.shown)}`).join('; ');
  return (
    <div ref={box}>
      <svg ref={chart} role="img" aria-label={`From ${of.start.toFixed(3)} to ${of.end.toFixed(3)}: ${told}`} width={width} height={rows.length * ROW} className="block">
        {rows.map((row, at) => (
          <g key={row.label + at} transform={`translate(0 ${at * ROW})`}>
            <text x="0" y={ROW / 2 + 5} fontSize="14" className="fill-ink" fontWeight={at === 0 || at === rows.length - 1 ? 600 : 400}>
              {cut(row.label, labels)}
            </text>
            <rect
              x={Math.min(x(row.from), x(row.to))}
              y="6"
              width={Math.max(1.5, Math.abs(x(row.to) - x(row.from)))}
              height={ROW - 12}
              rx="2"
              className={row.look}
            />
            {at < rows.length - 1 && <line x1={x(row.to)} x2={x(row.to)} y1={ROW - 6} y2={ROW + 6} className="stroke-control" strokeDasharray="2 2" />}
            <text x={width} y={ROW / 2 + 5} textAnchor="end" fontSize="14" className="fill-ink">
              {row.number}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function whole(label: string, value: number): Row {
  return { label, number: value.toFixed(3), from: 0, to: value, look: 'fill-control' };
}

function part(bar: Bar): Row {
  const label = bar.detail ? `${bar.label} · ${bar.detail.toLowerCase()}` : bar.label;
  return { label, number: signed(bar.shown), from: bar.from, to: bar.to, look: bar.move < 0 ? 'fill-bad' : 'fill-good' };
}

/** From a little below the lowest end of a bar: small moves of a large number stay in sight. */
function scale(rows: readonly Row[], left: number, right: number): (value: number) => number {
  const ends = rows.map((row) => row.to);
  const high = Math.max(...ends);
  const low = Math.min(...ends);
  const least = Math.max(0, low - Math.max(0.02, 0.25 * (high - low)));
  const size = Math.max(1e-9, high - least);
  return (value) => left + (Math.max(0, right - left) * Math.max(0, value - least)) / size;
}

function cut(text: string, width: number): string {
  const most = Math.max(6, Math.floor(width / 7.2));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
