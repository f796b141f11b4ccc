// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { Link, useParams } from 'react-router';
import { useCard, useEvidence, usePlatforms, useReaders, useSteps } from '../api/queries.ts';
import type { Evidence, Stream } from '../api/types.ts';
import { count, percent, signed, valued } from '../model/phrases.ts';
import { wordsOf } from '../model/scoring-model.ts';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { State } from '../ui/state.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { FailingAssets } from './failing-assets.tsx';
import { Levels } from './levels.tsx';

/** One indicator down to what was counted, and where. */
export default function IndicatorPage() {
  const { indicator = '' } = useParams();
  const here = useHere();
  const evidence = useEvidence(here.id);
  const model = useCard(here.id).data?.model;
  const words = wordsOf(model, indicator);
  return (
    <Asked query={evidence} what="the evidence">
      {(all) => {
        const places = all.filter((it) => it.indicator === indicator);
        const [first] = places;
        return first ? (
          <>
            <title>{`${indicator} · Tidemark`}</title>
            <div>
              <p className="text-sm">
                <Link to="../indicators" className="text-tide underline-offset-4 hover:underline">
                  All indicators
                </Link>
              </p>
              <h1>
                {indicator} <span className="font-normal">{first.label}</span>
              </h1>
              {words && <p className="mt-1 max-w-prose text-lg text-muted">{words.goal}</p>}
            </div>
            <Panel title="Where it was measured" about="The shares of what counts, how sure and how fresh each is.">
              <Table caption="Evidence by platform" file={indicator} columns={columns} rows={places} id={(it) => it.stratum} />
            </Panel>
            <div className="grid items-start gap-6 lg:grid-cols-2">
              <Mending indicator={indicator} remediation={words?.remediation} />
              <Levels words={words} unit={first.unit} expert={first.expert_default === true} />
            </div>
            <FailingAssets indicator={indicator} />
            <Provenance places={places} />
          </>
        ) : (
          <Empty title={`There is no indicator ${indicator}`}>
            <Link to="../indicators" className="text-tide underline">
              See those there are
            </Link>
          </Empty>
        );
      }}
    </Asked>
  );
}

const columns: readonly Column<Evidence>[] = [
  { name: 'Platform', show: (it) => <code className="break-all">{it.stratum}</code>, plain: (it) => it.stratum },
  { name: 'State', show: (it) => <State name={it.state} />, plain: (it) => it.state },
  { name: 'Value', number: true, show: (it) => (it.raw === null ? '?' : valued(it.raw, it.unit)), plain: (it) => it.raw },
  {
    name: 'Counted',
    number: true,
    show: (it) => (it.numerator === null || it.denominator === null ? '–' : `${count(it.numerator)} of ${count(it.denominator)}`),
    plain: (it) => it.numerator,
  },
  { name: 'Out of', plain: (it) => it.denominator },
  { name: 'Observations', number: true, show: (it) => (it.n === null ? '–' : count(it.n)), plain: (it) => it.n },
  { name: 'Age', number: true, show: (it) => (it.age_days === null ? '–' : `${count(it.age_days)} d`), plain: (it) => it.age_days },
  { name: 'Attained', number: true, show: (it) => (it.u === null ? '–' : percent(it.u)), plain: (it) => it.u },
  { name: 'Evidence', number: true, show: (it) => percent(it.e), plain: (it) => it.e },
  { name: 'Freshness', number: true, show: (it) => (it.g === null ? '–' : percent(it.g)), plain: (it) => it.g },
  { name: 'Weight of platform', number: true, show: (it) => percent(it.m), plain: (it) => it.m },
];

function Mending({ indicator, remediation }: { readonly indicator: string; readonly remediation: string | undefined }) {
  const steps = useSteps(useHere().id).data?.steps.filter((step) => step.indicator === indicator) ?? [];
  return (
    <Panel title="How to raise it">
      {remediation && <p>{remediation}</p>}
      <ul className="mt-2">
        {steps.map((step) => (
          <li key={step.stratum} className="border-t border-line py-1.5">
            <strong>{signed(step.gain)}</strong> {step.detail} <span className="block text-sm break-all text-muted">{step.stratum}</span>
          </li>
        ))}
      </ul>
      {steps.length === 0 && <p className="mt-2 text-sm text-muted">It is not among the steps that would add most now.</p>}
    </Panel>
  );
}

/** More are no provenance anybody reads. */
const MOST_PLATFORMS = 50;

/** Who read it: the streams of the platforms it was measured on, and how far they are. */
function Provenance({ places }: { readonly places: readonly Evidence[] }) {
  const here = useHere();
  const strata = new Set(places.map((it) => it.stratum));
  const read = useReaders(here.id, [...strata].slice(0, MOST_PLATFORMS)).data ?? [];
  const platforms = usePlatforms(here.id).data ?? [];
  const declared = platforms.filter((it) => strata.has(it.stratum) && it.declaration);
  return (
    <Panel title="Where it comes from" about="The streams that read these platforms, and up to when everything was read.">
      {read.length === 0 ? (
        <p className="text-muted">No stream reads these platforms now.</p>
      ) : (
        <Table caption="Streams behind the evidence" file="streams" columns={sources} rows={read} id={(it) => it.connector + it.name} />
      )}
      {strata.size > MOST_PLATFORMS && (
        <p className="mt-2 text-sm text-muted">
          Those of the first {MOST_PLATFORMS} of {count(strata.size)} platforms.
        </p>
      )}
      {declared.map((it) => (
        <p key={it.stratum} className="mt-2 text-sm">
          <code>{it.stratum}</code> is declared by {it.declaration?.actor}: {it.declaration?.reason}
        </p>
      ))}
    </Panel>
  );
}

const sources: readonly Column<Stream>[] = [
  {
    name: 'Connector',
    show: (it) => (
      <Link to={`../connectors/${it.connector}`} className="text-tide underline-offset-4 hover:underline">
        {it.connector_name}
      </Link>
    ),
    plain: (it) => it.connector_name,
  },
  { name: 'Stream', show: (it) => it.name, plain: (it) => it.name },
  { name: 'Platform', show: (it) => <code className="break-all">{it.stratum}</code>, plain: (it) => it.stratum },
  { name: 'State', show: (it) => <State name={it.state} />, plain: (it) => it.state },
  { name: 'Complete through', show: (it) => <Time at={it.complete_through} />, plain: (it) => it.complete_through },
];
