// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useMemo, useRef, useState } from 'react';
import { useVolumes } from '../api/queries.ts';
import type { Volume } from '../api/types.ts';
import { Exports } from '../export/exports.tsx';
import { bytes, count } from '../model/phrases.ts';
import { hourly, type Hour } from '../model/volumes.ts';
import { Asked } from '../ui/asked.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { Segments } from '../ui/segments.tsx';
import { VolumesChart } from './volumes-chart.tsx';

const periods = { '24': 'A day', '168': 'A week', '744': 'A month' } as const;
const measures = { records: 'Records', bytes: 'Size', calls: 'Calls' } as const;

export type Measure = keyof typeof measures;

/** How much was read of each stream over time. */
export function VolumesPanel({ connector }: { readonly connector: string }) {
  const [period, setPeriod] = useState<keyof typeof periods>('24');
  const [measure, setMeasure] = useState<Measure>('records');
  const volumes = useVolumes(connector, Number(period));
  const chart = useRef<SVGSVGElement>(null);
  return (
    <Panel
      title="Volume over time"
      about="What was read, hour by hour, retries included."
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
            <Course volumes={found} hours={Number(period)} measure={measure} chart={chart} />
          )
        }
      </Asked>
    </Panel>
  );
}

interface CourseProps {
  readonly volumes: readonly Volume[];
  readonly hours: number;
  readonly measure: Measure;
  readonly chart: React.RefObject<SVGSVGElement | null>;
}

function Course({ volumes, hours, measure, chart }: CourseProps) {
  const [stream, setStream] = useState('');
  const names = [...new Set(volumes.map((it) => it.stream))];
  const all = useMemo(() => hourly(volumes, stream, hours, Date.now()), [volumes, stream, hours]);
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
      <VolumesChart hours={all} measure={measure} chart={chart} />
      <p className="mt-2 text-sm text-muted">{total(all)}</p>
    </>
  );
}

function total(hours: readonly Hour[]): string {
  const sum = (of: (hour: Hour) => number) => hours.reduce((all, hour) => all + of(hour), 0);
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
