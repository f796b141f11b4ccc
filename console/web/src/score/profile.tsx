// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Card } from '../api/types.ts';
import { Exports } from '../export/exports.tsx';
import { maturity, percent } from '../model/phrases.ts';
import { keepTarget, keptTarget, type Target } from '../model/target.ts';
import { useHere } from '../shell/shell.tsx';
import { Panel } from '../ui/panel.tsx';
import { Segments } from '../ui/segments.tsx';
import { Band } from './band.tsx';
import { Radar } from './radar.tsx';
import { TargetForm } from './target-form.tsx';

const views = { bars: 'Bars', radar: 'Radar' } as const;

/** The eight dimensions, which say more than their mean. */
export function Profile({ card }: { readonly card: Card }) {
  const [view, setView] = useState<keyof typeof views>('bars');
  const here = useHere();
  const [target, setTarget] = useState(() => keptTarget(here.id, localStorage));
  const chart = useRef<SVGSVGElement>(null);
  return (
    <Panel
      title="Profile"
      about="Each dimension from 0 to 5. The band is what it may be; it narrows as more is seen."
      actions={
        <>
          <Segments legend="Show the profile as" options={views} value={view} choose={setView} />
          <Exports file="profile" table={() => rows(card, target)} {...(view === 'radar' ? { chart: () => chart.current } : {})} />
        </>
      }
    >
      {view === 'bars' ? (
        <Bars card={card} />
      ) : (
        <>
          <Radar card={card} target={target} chart={chart} />
          <TargetForm
            card={card}
            target={target}
            change={(next) => {
              setTarget(next);
              keepTarget(here.id, next, localStorage);
            }}
          />
        </>
      )}
    </Panel>
  );
}

function Bars({ card }: { readonly card: Card }) {
  return (
    <>
      <ul className="flex flex-col gap-3">
        {card.profile.map((it) => (
          <li key={it.dimension}>
            <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3">
              <Link to={`../indicators#${it.dimension}`} className="font-medium underline-offset-4 hover:underline">
                {it.title}
              </Link>
              <span className="text-sm text-muted">
                <strong className="text-base text-ink">{maturity(it.maturity)}</strong> [{maturity(it.low)} – {maturity(it.high)}] · {percent(it.coverage)} seen
              </span>
            </div>
            <Band name={it.title} of={it} />
          </li>
        ))}
      </ul>
      <p aria-hidden="true" className="mt-1 flex justify-between text-xs text-muted">
        {[0, 1, 2, 3, 4, 5].map((level) => (
          <span key={level}>{level}</span>
        ))}
      </p>
    </>
  );
}

function rows(card: Card, target: Target) {
  return {
    columns: ['dimension', 'title', 'maturity', 'low', 'high', 'coverage', 'target'],
    rows: card.profile.map((it) => [it.dimension, it.title, it.maturity, it.low, it.high, it.coverage, target[it.dimension] ?? null]),
  };
}
