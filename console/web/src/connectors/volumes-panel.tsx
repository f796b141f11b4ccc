// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useMemo, useRef, useState } from 'react';
import { useVolumes } from '../api/queries.ts';
import type { Volume } from '../api/types.ts';
import { Exports } from '../export/exports.tsx';
import { bytes, count } from '../model/phrases.ts';
import { spans, type Period, type Span } from '../model/volumes.ts';
import { Asked } from '../ui/asked.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { Segments } from '../ui/segments.tsx';
import { VolumesChart } from './volumes-chart.tsx';

const periods = { day: 'A day', week: 'A week', month: 'A month' } as const;
const lengths: Readonly<Record<keyof typeof periods, Period>> = {
  day: { hours: 24, step: 1 },
  week: { hours: 168, step: 3 },
  month: { hours: 744, step: 24 },
};
const measures = { records: 'Records', bytes: 'Size', calls: 'Calls' } as const;

export type Measure = keyof typeof measures;

/** How much was read of each stream over time. */
export function VolumesPanel({ connector }: { readonly connector: string }) {
  const [period, setPeriod] = useState<keyof typeof periods>('day');
  const [measure, setMeasure] = useState<Measure>('records');
  const volumes = useVolumes(connector, lengths[period]);
  const chart = useRef<SVGSVGElement>(null);
  return (
    <Panel
      title="Volume over time"
      about="What was read, retries included."
      actions={
        <>
          <Segments legend="Measure" options={measures} value={measure} choose={setMeasure} />
          <Segments legend="Period of volumes" options={periods} value={period} choose={setPeriod} />
          <Exports file="volumes" table={() => rows(volumes.data ?? [])} chart={() => chart.current} />
        </>
      }
    >
      <Asked query={volumes} what="the volumes">
        {(found) =>
          found.length === 0 ? (
            <Empty title="Nothing was polled in this time">A running job polls each stream in its interval; a paused connector is not polled.</Empty>
          ) : (
            <Course volumes={found} period={lengths[period]} measure={measure} chart={chart} />
          )
        }
      </Asked>
    </Panel>
  );
}

interface CourseProps {
  readonly volumes: readonly Volume[];
  readonly period: Period;
  readonly measure: Measure;
  readonly chart: React.RefObject<SVGSVGElement | null>;
}

function Course({ volumes, period, measure, chart }: CourseProps) {
  const [stream, setStream] = useState('');
  const names = [...new Set(volumes.map((it) => it.stream))];
  const all = useMemo(() => spans(volumes, stream, period, Date.now()), [volumes, stream, period]);
  return (
    <>
      <label className="mb-2 flex items-center gap-2 text-sm">
        Stream
        <select className="rounded-md border border-control bg-card px-2 py-1" value={stream} onChange={(event) => setStream(event.target.value)}>
          <option value="">All of them</option>
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <VolumesChart spans={all} step={period.step} measure={measure} chart={chart} />
      <p className="mt-2 text-sm text-muted">{total(all)}</p>
    </>
  );
}

function total(spans: readonly Span[]): string {
  const sum = (of: (span: Span) => number) => spans.reduce((all, span) => all + of(span), 0);
  const failures = sum((it) => it.failures);
  const failed = failures > 0 ? `, ${count(failures)} polls failed` : '';
  return `${count(sum((it) => it.records))} records, ${bytes(sum((it) => it.bytes))}, ${count(sum((it) => it.calls))} calls${failed}`;
}

function rows(volumes: readonly Volume[]) {
  return {
    columns: ['stream', 'hour', 'polls', 'failures', 'pages', 'records', 'bytes', 'calls'],
    rows: volumes.map((it) => [it.stream, it.hour, it.polls, it.failures, it.pages, it.records, it.bytes, it.calls]),
  };
}
