// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useBackcast, useConnections, usePerformance } from '../api/queries.ts';
import type { Close, ConnectionDay } from '../api/types.ts';
import { Exports } from '../export/exports.tsx';
import { closeAt, daysBefore, happenings, isComputed, withPast } from '../model/closes.ts';
import { performanceIndex } from '../model/performance.ts';
import { count, maturity, percent } from '../model/phrases.ts';
import { day } from '../model/times.ts';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { Segments } from '../ui/segments.tsx';
import { State } from '../ui/state.tsx';
import { HistoryChart } from './history-chart.tsx';

const periods = { '30': '30 days', '90': '90 days', '366': 'A year', '36600': 'All' } as const;

/** How the score moved, by the closes people were shown. */
export function HistoryPanel({ history }: { readonly history: UseQueryResult<readonly Close[]> }) {
  const [period, setPeriod] = useState<keyof typeof periods>('90');
  const chart = useRef<SVGSVGElement>(null);
  const here = useHere();
  const computed = useBackcast(here.id, 'overall').data;
  const closes = useMemo(() => {
    const all = history.data ? withPast(history.data, computed ?? []) : [];
    const last = all.at(-1)?.day ?? '';
    return last ? all.filter((close) => close.day > daysBefore(last, Number(period))) : [];
  }, [history.data, computed, period]);
  const sums = usePerformance(here.id, 'overall').data;
  // What performance alone did is known since somebody closed the days.
  const performance = useMemo(() => (sums && !closes.some(isComputed) ? performanceIndex(closes, sums) : []), [closes, sums]);
  return (
    <Panel
      title="Over time"
      about="Closes at the end of each day (UTC), with their interval. The broken line is the performance index: what performance alone would have made of the first close. Dotted is what was computed afterwards, from what sources keep of the time before."
      actions={
        <>
          <Segments legend="Period" options={periods} value={period} choose={setPeriod} />
          <Exports file="history" table={() => rows(closes, performance)} chart={() => chart.current} />
        </>
      }
    >
      <Asked query={history} what="the history">
        {() => (closes.length === 0 ? <None /> : <Course key={period} closes={closes} performance={performance} chart={chart} />)}
      </Asked>
    </Panel>
  );
}

function None() {
  return <Empty title="No day has been closed yet">The first close comes at midnight UTC. <code>./tidemark model backcast</code> computes those before it from what sources keep of the past.</Empty>;
}

interface CourseProps {
  readonly closes: readonly Close[];
  readonly performance: readonly number[];
  readonly chart: React.RefObject<SVGSVGElement | null>;
}

function Course({ closes, performance, chart }: CourseProps) {
  const connections = useConnections(useHere().id);
  const [at, setAt] = useState(closes.length - 1);
  const shown = closes[Math.min(at, closes.length - 1)];
  const index = performance[Math.min(at, closes.length - 1)];
  const flags = happenings(closes, connected(connections.data ?? []));
  return (
    <>
      <HistoryChart closes={closes} performance={performance} flags={flags} shown={shown} chart={chart} />
      <label className="mt-1 flex flex-wrap items-center gap-3 text-sm">
        <span className="text-muted">Day</span>
        <input
          type="range"
          className="min-w-40 grow accent-(--tide)"
          min={0}
          max={closes.length - 1}
          value={Math.min(at, closes.length - 1)}
          aria-valuetext={shown && told(shown, index)}
          onChange={(event) => setAt(Number(event.target.value))}
        />
        {shown && (
          <output>
            {told(shown, index)} <State name={shown.status} words={isComputed(shown) ? 'computed afterwards' : shown.status} />
          </output>
        )}
      </label>
      {flags.length > 0 && (
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
          {flags.map((flag) => (
            <li key={flag.day + flag.what}>
              <span aria-hidden="true">⚑ </span>
              {day(flag.day)}: {flag.what} {closeAt(closes, flag.day) ? '' : '(before)'}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function told(close: Close, performance: number | undefined): string {
  const index = performance === undefined ? '' : `, performance index ${maturity(performance)}`;
  return `${day(close.day)}: ${maturity(close.maturity)} [${maturity(close.low)} – ${maturity(close.high)}], coverage ${percent(close.coverage)}${index}`;
}

/** One flag for each day on which accounts were connected. */
function connected(days: readonly ConnectionDay[]) {
  return days.map(({ day, accounts, first }) => ({
    day,
    what: accounts === 1 ? `${first} connected` : `${first} and ${count(accounts - 1)} more connected`,
  }));
}

function rows(closes: readonly Close[], performance: readonly number[]) {
  return {
    columns: ['day', 'maturity', 'low', 'high', 'coverage', 'level', 'status', 'model', 'performance_index'],
    rows: closes.map((it, at) => [it.day, it.maturity, it.low, it.high, it.coverage, it.level, it.status, it.model, performance[at] ?? null]),
  };
}
