// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { Card } from '../api/types.ts';
import { coverageWord, maturity, percent } from '../model/phrases.ts';
import { day } from '../model/times.ts';
import { Panel } from '../ui/panel.tsx';
import { Time } from '../ui/time.tsx';
import { Badge } from './badge.tsx';
import { Band } from './band.tsx';

/** The whole in one number, never without its interval. */
export function Overall({ card }: { readonly card: Card }) {
  return (
    <Panel title="Observed maturity">
      <p className="flex items-baseline gap-2">
        <span className="text-5xl font-semibold tracking-tight">{maturity(card.maturity)}</span>
        <span className="text-muted">
          of 5, between {maturity(card.low)} and {maturity(card.high)}
        </span>
      </p>
      <div className="my-3">
        <Band name="Observed maturity" of={card} tall />
      </div>
      <Level card={card} />
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-muted">Coverage</dt>
        <dd>
          {percent(card.coverage)} ({coverageWord(card.coverage)})
        </dd>
        {Object.entries(card.composites)
          .filter(([id]) => id !== 'overall')
          .map(([id, part]) => (
            <Part key={id} title={part.title} of={part} />
          ))}
        {card.method_band && (
          <>
            <dt className="text-muted">Method band</dt>
            <dd>
              {maturity(card.method_band.low)} – {maturity(card.method_band.high)}, had the model other weights
            </dd>
          </>
        )}
        <dt className="text-muted">Model</dt>
        <dd>{card.model}</dd>
        <dt className="text-muted">As of</dt>
        <dd>
          <Time at={card.as_of} />
          {card.provisional_until && `, provisional until ${day(card.provisional_until.slice(0, 10))}`}
        </dd>
      </dl>
      <Badge card={card} />
    </Panel>
  );
}

function Part({ title, of }: { readonly title: string; readonly of: Card['composites'][string] }) {
  return (
    <>
      <dt className="text-muted">{title}</dt>
      <dd>
        {maturity(of.maturity)} [{maturity(of.low)} – {maturity(of.high)}], {of.level === null ? 'not rated' : `level ${of.level}`}
      </dd>
    </>
  );
}

function Level({ card }: { readonly card: Card }) {
  const state = card.level_state;
  const missing = state.missing_for_next;
  return (
    <div className="rounded-lg bg-paper px-3 py-2">
      <p className="font-semibold">
        {card.level === null ? 'No level yet' : `Level ${card.level} · ${state.name}`}
        {state.status === 'PROVISIONAL' && <span className="font-normal text-muted"> (held provisionally)</span>}
      </p>
      {state.since && (
        <p className="text-sm text-muted">
          since {day(state.since.slice(0, 10))}
          {state.cause && `, by ${state.cause}`}
        </p>
      )}
      {missing.length > 0 && (
        <>
          <p className="mt-1 text-sm">{card.level === null ? 'To be rated' : `For level ${card.level + 1}`} there is missing:</p>
          <ul className="list-disc pl-5 text-sm">
            {missing.map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
