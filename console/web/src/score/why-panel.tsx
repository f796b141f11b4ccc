// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useReasons } from '../api/queries.ts';
import type { Close } from '../api/types.ts';
import { Exports } from '../export/exports.tsx';
import { closeAt, daysBefore } from '../model/closes.ts';
import { signed } from '../model/phrases.ts';
import { day } from '../model/times.ts';
import { waterfall, waterfallRows, type Grouping } from '../model/waterfall.ts';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { Segments } from '../ui/segments.tsx';
import { WaterfallChart } from './waterfall-chart.tsx';

const groupings: Record<Grouping, string> = { reason: 'By reason', indicator: 'By indicator', platform: 'By platform' };

/** Why the score moved between two closes: bars that add up. */
export function WhyPanel({ history }: { readonly history: UseQueryResult<readonly Close[]> }) {
  const closes = history.data ?? [];
  const last = closes.at(-1);
  return last && closes.length > 1 ? (
    <Why closes={closes} last={last} />
  ) : (
    <Panel title="Why it moved">
      <Empty title="There are no two closes to compare yet">Two days after the first score, this shows what moved it.</Empty>
    </Panel>
  );
}

function Why({ closes, last }: { readonly closes: readonly Close[]; readonly last: Close }) {
  const here = useHere();
  const [grouping, setGrouping] = useState<Grouping>('reason');
  const [from, setFrom] = useState(() => (closeAt(closes, daysBefore(last.day, 7)) ?? closes[0]!).day);
  const [to, setTo] = useState(last.day);
  const chart = useRef<SVGSVGElement>(null);
  const start = closeAt(closes, from) ?? closes[0]!;
  const end = closeAt(closes, to) ?? last;
  const reasons = useReasons(here.id, 'overall', start.day, end.day);
  const bars = useMemo(() => reasons.data && waterfall(start, end, reasons.data.items, grouping), [reasons.data, start, end, grouping]);
  return (
    <Panel
      title="Why it moved"
      about={`${signed(end.maturity - start.maturity)} from the close of ${day(start.day)} to that of ${day(end.day)}.`}
      actions={
        <>
          <Day label="From" value={from} set={setFrom} closes={closes} />
          <Day label="to" value={to} set={setTo} closes={closes} />
          <Segments legend="Group the reasons" options={groupings} value={grouping} choose={setGrouping} />
          {bars && <Exports file="reasons" table={() => waterfallRows(bars)} chart={() => chart.current} />}
        </>
      }
    >
      {start.day >= end.day ? (
        <Empty title="The first day must be before the second" />
      ) : (
        <Asked query={reasons} what="the reasons">
          {() => bars && <WaterfallChart of={bars} chart={chart} />}
        </Asked>
      )}
    </Panel>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly set: (day: string) => void;
  readonly closes: readonly Close[];
}

function Day({ label, value, set, closes }: DayProps) {
  return (
    <label className="flex items-center gap-1 text-sm">
      {label}
      <input
        type="date"
        className="rounded-md border border-control bg-card px-1.5 py-0.5"
        value={value}
        min={closes[0]?.day}
        max={closes.at(-1)?.day}
        onChange={(event) => event.target.value && set(event.target.value)}
      />
    </label>
  );
}
