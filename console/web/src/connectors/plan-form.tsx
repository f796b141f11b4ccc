// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { DescribedType } from '../api/types.ts';
import { seconds, span } from '../model/times.ts';
import { described, inputLook, Labelled } from '../ui/labelled.tsx';
import { ALL, costing, every, reads, toggled, type Plan } from './plan.ts';
import type { Fault } from './settings-schema.ts';

interface Props {
  readonly kind: DescribedType;
  readonly plan: Plan;
  readonly change: (plan: Plan) => void;
  readonly faults: readonly Fault[];
}

/** What to read and how often. */
export function PlanForm({ kind, plan, change, faults }: Props) {
  const of = (name: string) => faults.filter((it) => it.name === name).map((it) => it.detail);
  return (
    <div className="flex flex-col gap-5">
      <Labelled id="every" label="How often" about="Streams may have intervals of their own, below." faults={of('intervals')}>
        <Interval id="every" value={plan.intervals[ALL] ?? ''} none="As each stream has it" choose={(it) => change(every(plan, ALL, it))} />
      </Labelled>
      <fieldset>
        <legend className="font-medium">Streams</legend>
        {of('streams').map((it) => (
          <p key={it} className="text-sm text-bad">
            {it}
          </p>
        ))}
        <ul className="mt-1 divide-y divide-line rounded-lg border border-line">
          {kind.streams.map((stream) => (
            <li key={stream.name} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
              <label className="flex min-w-48 grow items-center gap-2">
                <input
                  type="checkbox"
                  className="size-5 accent-(--tide)"
                  checked={reads(plan, stream.name)}
                  onChange={() => change(toggled(plan, kind, stream.name))}
                />
                <span>
                  {stream.title} <span className="text-sm text-muted">{stream.name}</span>
                </span>
              </label>
              {reads(plan, stream.name) && (
                <span className="w-44">
                  <Interval
                    id={`every-${stream.name}`}
                    label={`How often ${stream.name} is read`}
                    value={plan.intervals[stream.name] ?? ''}
                    none={plan.intervals[ALL] ? 'As all' : `Every ${spanOf(stream.interval)}`}
                    choose={(it) => change(every(plan, stream.name, it))}
                  />
                </span>
              )}
            </li>
          ))}
        </ul>
      </fieldset>
      {kind.charges.map((charge) => (
        <Labelled
          key={charge.unit}
          id={`budget-${charge.unit}`}
          label={`At most a day: ${charge.unit}`}
          about={`${charge.meaning} Reading rests until midnight UTC once it is spent. No limit where it is empty.`}
          faults={of('budget')}
        >
          <input
            id={`budget-${charge.unit}`}
            type="number"
            min="0"
            step="any"
            className={inputLook}
            value={plan.budget[charge.unit] ?? ''}
            onChange={(event) => change(costing(plan, charge.unit, event.target.value === '' ? undefined : event.target.valueAsNumber))}
            {...described(`budget-${charge.unit}`, of('budget'))}
          />
        </Labelled>
      ))}
    </div>
  );
}

const offered = ['PT1M', 'PT5M', 'PT15M', 'PT1H', 'PT6H', 'PT24H'];

interface IntervalProps {
  readonly id: string;
  readonly label?: string;
  readonly value: string;
  readonly none: string;
  readonly choose: (interval: string) => void;
}

function Interval({ id, label, value, none, choose }: IntervalProps) {
  const all = value && !offered.includes(value) ? [value, ...offered] : offered;
  return (
    <select id={id} aria-label={label} className={inputLook} value={value} onChange={(event) => choose(event.target.value)}>
      <option value="">{none}</option>
      {all.map((it) => (
        <option key={it} value={it}>
          Every {spanOf(it)}
        </option>
      ))}
    </select>
  );
}

function spanOf(interval: string): string {
  const length = seconds(interval);
  return length === undefined ? interval : span(length);
}
