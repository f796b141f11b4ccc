// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { RefObject } from 'react';
import { bytes, count } from '../model/phrases.ts';
import { moment } from '../model/times.ts';
import type { Span } from '../model/volumes.ts';
import { useWidth } from '../ui/use-width.ts';
import type { Measure } from './volumes-panel.tsx';

const HEIGHT = 160;
const TOP = 20;
const BOTTOM = 24;

interface Props {
  readonly spans: readonly Span[];
  readonly step: number;
  readonly measure: Measure;
  readonly chart: RefObject<SVGSVGElement | null>;
}

/** One bar for each step; red where a poll of it failed, which the sentence below says as well. */
export function VolumesChart({ spans, step, measure, chart }: Props) {
  const [box, width] = useWidth<HTMLDivElement>();
  const most = Math.max(1, ...spans.map((it) => it[measure]));
  const wide = width / spans.length;
  const unit = step === 1 ? 'hour' : `${step} hours`;
  const told = measure === 'bytes' ? bytes : count;
  const busiest = spans.reduce((one, other) => (other[measure] > one[measure] ? other : one));
  const label = `${spans.length * step} hours; the most was ${told(busiest[measure])} ${measure === 'bytes' ? '' : measure} in the ${unit} from ${moment(busiest.at)}`;
  const first = spans[0]?.at ?? '';
  return (
    <div ref={box}>
      <svg ref={chart} role="img" aria-label={label} width={width} height={HEIGHT} className="block">
        <text x="0" y="12" fontSize="12" className="fill-muted">
          {`at most ${told(most)} in ${step === 1 ? 'an hour' : unit}`}
        </text>
        <line x1="0" x2={width} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} className="stroke-line" />
        {spans.map((span, at) => {
          const tall = ((HEIGHT - TOP - BOTTOM) * span[measure]) / most;
          return (
            <rect
              key={span.at}
              x={at * wide}
              y={HEIGHT - BOTTOM - tall}
              width={Math.max(0.5, wide - (wide > 4 ? 2 : 0))}
              height={tall}
              className={span.failures > 0 ? 'fill-bad' : 'fill-tide'}
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
