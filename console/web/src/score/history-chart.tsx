// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'react';
import type { Close } from '../api/types.ts';
import { isComputed, type Happening } from '../model/closes.ts';
import { maturity } from '../model/phrases.ts';
import { day } from '../model/times.ts';
import { useWidth } from '../ui/use-width.ts';

const HEIGHT = 240;
const LEFT = 28;
const RIGHT = 12;
const TOP = 18;
const BOTTOM = 26;

interface Props {
  readonly closes: readonly Close[];
  /** The performance index at each close; none until it is known. */
  readonly performance: readonly number[];
  readonly flags: readonly Happening[];
  readonly shown: Close | undefined;
  readonly chart: RefObject<SVGSVGElement | null>;
}

export function HistoryChart({ closes, performance, flags, shown, chart }: Props) {
  const [box, width] = useWidth<HTMLDivElement>();
  const x = across(closes, width);
  const computed = closes.filter(isComputed);
  const shownThen = closes.filter((close) => !isComputed(close));
  const first = closes[0]!;
  const last = closes.at(-1)!;
  const label = `From ${maturity(first.maturity)} on ${day(first.day)} to ${maturity(last.maturity)} on ${day(last.day)}.${computed.length > 0 ? ` ${computed.length} of the days were computed afterwards.` : ''} The days one by one: the control below.`;
  return (
    <div ref={box}>
      <svg ref={chart} role="img" aria-label={label} width={width} height={HEIGHT} className="block">
        {[0, 1, 2, 3, 4, 5].map((level) => (
          <g key={level}>
            <line x1={LEFT} x2={width - RIGHT} y1={up(level)} y2={up(level)} className="stroke-line" />
            <text x={LEFT - 8} y={up(level) + 4} textAnchor="end" fontSize="12" className="fill-muted">
              {level}
            </text>
          </g>
        ))}
        <path d={ribbon(closes, x)} className="fill-band" fillOpacity="0.6" />
        {flags.map((flag) => (
          <g key={flag.day + flag.what}>
            <line x1={x(flag.day)} x2={x(flag.day)} y1={TOP} y2={HEIGHT - BOTTOM} className="stroke-control" strokeDasharray="2 3" />
            <path d={`M${x(flag.day)} ${TOP - 12}l8 4l-8 4z`} className="fill-muted" />
          </g>
        ))}
        {performance.length === closes.length && (
          <path d={course(closes, x, (_, at) => performance[at]!)} fill="none" className="stroke-ink" strokeWidth="1.5" strokeDasharray="6 4" />
        )}
        {computed.length > 0 && (
          <path d={course([...computed, ...shownThen.slice(0, 1)], x, (it) => it.maturity)} fill="none" className="stroke-tide-strong" strokeWidth="2.5" strokeDasharray="2 4" />
        )}
        {shownThen.length > 0 && (
          <path d={course(shownThen, x, (it) => it.maturity)} fill="none" className="stroke-tide-strong" strokeWidth="2.5" strokeLinejoin="round" />
        )}
        {closes.length === 1 && <circle cx={x(first.day)} cy={up(first.maturity)} r="4" className="fill-tide-strong" />}
        {shown && (
          <>
            <line x1={x(shown.day)} x2={x(shown.day)} y1={up(shown.high)} y2={up(shown.low)} className="stroke-tide" strokeWidth="2" />
            <circle cx={x(shown.day)} cy={up(shown.maturity)} r="5" className="fill-tide-strong stroke-card" strokeWidth="2" />
          </>
        )}
        <text x={LEFT} y={HEIGHT - 6} fontSize="12" className="fill-muted">
          {day(first.day)}
        </text>
        <text x={width - RIGHT} y={HEIGHT - 6} textAnchor="end" fontSize="12" className="fill-muted">
          {day(last.day)}
        </text>
      </svg>
    </div>
  );
}

function up(value: number): number {
  return HEIGHT - BOTTOM - (value * (HEIGHT - TOP - BOTTOM)) / 5;
}

function across(closes: readonly Close[], width: number): (day: string) => number {
  const first = Date.parse(closes[0]!.day);
  const last = Date.parse(closes.at(-1)!.day);
  const long = Math.max(1, last - first);
  const wide = Math.max(0, width - LEFT - RIGHT);
  return (date) => LEFT + (closes.length === 1 ? wide / 2 : (wide * (Date.parse(date) - first)) / long);
}

function course(closes: readonly Close[], x: (day: string) => number, value: (close: Close, at: number) => number): string {
  return 'M' + closes.map((it, at) => `${x(it.day).toFixed(1)} ${up(value(it, at)).toFixed(1)}`).join('L');
}

function ribbon(closes: readonly Close[], x: (day: string) => number): string {
  const back = course([...closes].reverse(), x, (it) => it.low).replace('M', 'L');
  return `${course(closes, x, (it) => it.high)}${back}Z`;
}
