// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { Link } from 'react-router';
import { useSteps } from '../api/queries.ts';
import type { Step } from '../api/types.ts';
import { Exports } from '../export/exports.tsx';
import { signed } from '../model/phrases.ts';
import { toggled } from '../model/toggled.ts';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { WhatIf } from './what-if.tsx';

export function NextSteps() {
  const here = useHere();
  const steps = useSteps(here.id);
  return (
    <Panel
      title="Next steps"
      about="By what each would add to the maturity, computed anew with it done; the largest first."
      actions={steps.data && steps.data.steps.length > 0 && <Exports file="next-steps" table={() => rows(steps.data.steps)} />}
    >
      <Asked query={steps} what="the next steps">
        {(found) => (
          <div className="flex flex-col gap-4">
            {found.steps.length === 0 ? <Empty title="No step would raise the score">Seeing more would narrow its interval: connect what is not seen yet.</Empty> : <Steps steps={found.steps} />}
            {found.connect.length > 0 && (
              <div>
                <h3>What is not seen</h3>
                <ul className="mt-1 text-sm">
                  {found.connect.map((it) => (
                    <li key={it.stratum} className="border-t border-line py-1.5">
                      {it.indicators.length} indicators of <code>{it.stratum}</code>: seeing them would narrow the interval by{' '}
                      {it.narrowing.toFixed(2)}
                      <span className="block text-muted">{it.indicators.join(', ')}</span>
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </div>
        )}
      </Asked>
    </Panel>
  );
}

/** As many as somebody takes up at a time. */
const FIRST = 8;

const keyOf = (step: Step) => `${step.indicator} ${step.stratum}`;

function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const most = Math.max(...steps.map((step) => step.gain));
  return (
    <>
      <ol className="divide-y divide-line">
        {steps.slice(0, all ? steps.length : FIRST).map((step) => (
          <Choosable
            key={keyOf(step)}
            step={step}
            most={most}
            chosen={chosen.has(keyOf(step))}
            choose={() => setChosen(toggled(chosen, keyOf(step)))}
          />
        ))}
        {!all && steps.length > FIRST && (
          <li className="pt-3">
            <Button onClick={() => setAll(true)}>Show all {steps.length}</Button>
          </li>
        )}
      </ol>
      {/* Below, for it grows and shrinks with every choice: the next one must stay where it is. */}
      <WhatIf chosen={steps.filter((step) => chosen.has(keyOf(step)))} />
    </>
  );
}

interface ChoosableProps {
  readonly step: Step;
  readonly most: number;
  readonly chosen: boolean;
  readonly choose: () => void;
}

function Choosable({ step, most, chosen, choose }: ChoosableProps) {
  return (
    <li className="grid grid-cols-[auto_5.5rem_1fr] gap-3 py-2">
      <input
        type="checkbox"
        className="mt-0.5 size-5 accent-(--tide)"
        aria-label={`What if: ${step.indicator} on ${step.stratum}`}
        checked={chosen}
        onChange={choose}
      />
      <span>
        <strong>{signed(step.gain)}</strong>
        <svg aria-hidden="true" width="100%" height="5" className="mt-1 block">
          <rect width={`${(100 * step.gain) / most}%`} height="5" rx="2.5" className="fill-tide" />
        </svg>
      </span>
      <span>
        <Link to={`../indicators/${step.indicator}`} className="font-medium text-tide underline-offset-4 hover:underline">
          {step.indicator}
        </Link>{' '}
        {step.detail}
        <span className="block text-sm break-all text-muted">{step.stratum}</span>
      </span>
    </li>
  );
}

function rows(steps: readonly Step[]) {
  return {
    columns: ['indicator', 'platform', 'action', 'gain', 'detail'],
    rows: steps.map((step) => [step.indicator, step.stratum, step.action, step.gain, step.detail]),
  };
}
