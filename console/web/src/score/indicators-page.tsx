// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { useCard, useEvidence } from '../api/queries.ts';
import type { Card, Evidence } from '../api/types.ts';
import { grouped } from '../model/grouped.ts';
import { maturity, percent } from '../model/phrases.ts';
import { NothingMeasured } from '../shell/nothing-measured.tsx';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { Panel } from '../ui/panel.tsx';
import { State } from '../ui/state.tsx';
import { Table, type Column } from '../ui/table.tsx';

interface Line {
  readonly id: string;
  readonly label: string;
  readonly places: readonly Evidence[];
  readonly x: number | undefined;
  readonly coverage: number | undefined;
}

/** Every indicator, by dimension. */
export default function IndicatorsPage() {
  const here = useHere();
  const card = useCard(here.id);
  const evidence = useEvidence(here.id);
  const { hash } = useLocation();
  const ready = Boolean(card.data && evidence.data);
  useEffect(() => {
    if (ready && hash) {
      document.getElementById(hash.slice(1))?.scrollIntoView();
    }
  }, [ready, hash]);
  return (
    <>
      <title>{`Indicators of ${here.name} · Tidemark`}</title>
      <h1>Indicators</h1>
      <Asked query={evidence} what="the evidence">
        {(found) =>
          found.length === 0 ? (
            <NothingMeasured />
          ) : (
            card.data?.profile.map((it) => (
              <div key={it.dimension} id={it.dimension}>
                <Panel title={it.title} about={`${maturity(it.maturity)} [${maturity(it.low)} – ${maturity(it.high)}], coverage ${percent(it.coverage)}`}>
                  <Table caption={it.title} file={it.dimension} columns={columns} rows={lines(found, card.data, it.dimension)} id={(line) => line.id} />
                </Panel>
              </div>
            ))
          )
        }
      </Asked>
    </>
  );
}

function lines(evidence: readonly Evidence[], card: Card, dimension: string): readonly Line[] {
  const byId = grouped(
    evidence.filter((it) => it.indicator.startsWith(`${dimension}.`)),
    (it) => it.indicator,
  );
  return [...byId].map(([id, places]) => ({
    id,
    places,
    label: places[0]?.label ?? '',
    x: card.indicators?.[id]?.x,
    coverage: card.indicators?.[id]?.coverage,
  }));
}

const columns: readonly Column<Line>[] = [
  {
    name: 'Indicator',
    show: (line) => (
      <Link to={line.id} className="text-tide underline-offset-4 hover:underline">
        <strong>{line.id}</strong> {line.label}
      </Link>
    ),
    plain: (line) => line.id,
  },
  { name: 'Label', plain: (line) => line.label },
  {
    name: 'Maturity',
    number: true,
    show: (line) => (line.x === undefined ? '?' : maturity(5 * line.x)),
    plain: (line) => (line.x === undefined ? null : 5 * line.x),
  },
  {
    name: 'Coverage',
    number: true,
    show: (line) => (line.coverage === undefined ? '?' : percent(line.coverage)),
    plain: (line) => line.coverage ?? null,
  },
  {
    name: 'State by platform',
    show: (line) => (
      <span className="flex flex-wrap gap-1">
        {[...grouped(line.places, (it) => it.state)].map(([state, places]) => (
          <State key={state} name={state} words={places.length > 1 ? `${state} ×${places.length}` : state} />
        ))}
      </span>
    ),
    plain: (line) => line.places.map((it) => `${it.stratum}: ${it.state}`).join('; '),
  },
];
