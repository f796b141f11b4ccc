// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'react';
import { bytes, count } from '../model/phrases.ts';
import { moment } from '../model/times.ts';
import type { Hour } from '../model/volumes.ts';
import { useWidth } from '../ui/use-width.ts';
import type { Measure } from './volumes-panel.tsx';

const HEIGHT = 160;
const TOP = 20;
const BOTTOM = 24;

interface Props {
  readonly hours: readonly Hour[];
  readonly measure: Measure;
  readonly chart: RefObject<SVGSVGElement | null>;
}

/** One bar for each hour; red where a poll of it failed, which the sentence below says as well. */
export function VolumesChart({ hours, measure, chart }: Props) {
  const [box, width] = useWidth<HTMLDivElement>();
  const most = Math.max(1, ...hours.map((it) => it[measure]));
  const step = width / hours.length;
  const told = measure === 'bytes' ? bytes : count;
  const busiest = hours.reduce((one, other) => (other[measure] > one[measure] ? other : one));
  const label = `${hours.length} hours; the most was ${told(busiest[measure])} ${measure === 'bytes' ? '' : measure} in the hour from ${moment(busiest.at)}`;
  const first = hours[0]?.at ?? '';
  return (
    <div ref={box}>
      <svg ref={chart} role="img" aria-label={label} width={width} height={HEIGHT} className="block">
        <text x="0" y="12" fontSize="12" className="fill-muted">
          {`at most ${told(most)} an hour`}
        </text>
        <line x1="0" x2={width} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} className="stroke-line" />
        {hours.map((hour, at) => {
          const tall = ((HEIGHT - TOP - BOTTOM) * hour[measure]) / most;
          return (
            <rect
              key={hour.at}
              x={at * step}
              y={HEIGHT - BOTTOM - tall}
              width={Math.max(0.5, step - (step > 4 ? 2 : 0))}
              height={tall}
              className={hour.failures > 0 ? 'fill-bad' : 'fill-tide'}
            />
          );
        })}
        <text x="0" y={HEIGHT - 6} fontSize="12" className="fill-muted">
          {first && moment(first)}
        </text>
        <text x={width} y={HEIGHT - 6} textAnchor="end" fontSize="12" className="fill-muted">
          now
        </text>
      </svg>
    </div>
  );
}
