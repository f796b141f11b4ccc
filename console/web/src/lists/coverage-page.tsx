// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { Link } from 'react-router';
import { useEvidence } from '../api/queries.ts';
import type { Evidence } from '../api/types.ts';
import { Exports } from '../export/exports.tsx';
import { grouped } from '../model/grouped.ts';
import { valued } from '../model/phrases.ts';
import { NothingMeasured } from '../shell/nothing-measured.tsx';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { Panel } from '../ui/panel.tsx';

/** What is known of each indicator on each platform. */
export default function CoveragePage() {
  const here = useHere();
  const evidence = useEvidence(here.id);
  return (
    <>
      <title>{`Coverage of ${here.name} · Tidemark`}</title>
      <h1>Coverage</h1>
      <Asked query={evidence} what="the evidence">
        {(found) => (found.length === 0 ? <NothingMeasured /> : <Matrix evidence={found} />)}
      </Asked>
    </>
  );
}

const looks: Record<string, string> = {
  MEASURED: 'bg-good-soft text-good',
  PARTIAL: 'bg-tide-soft text-tide-strong',
  ATTESTED: 'bg-tide-soft text-tide-strong',
  PROBATION: 'bg-tide-soft text-tide-strong',
  STALE: 'bg-warn-soft text-warn',
  ERROR: 'bg-bad-soft text-bad',
};

const words: Record<string, string> = {
  UNOBSERVED: '?',
  UNSUPPORTED: '–',
  NOT_APPLICABLE: 'n/a',
  ERROR: 'error',
};

function Matrix({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const platforms = [...new Set(evidence.map((it) => it.stratum))].sort();
  const rows = [...grouped(evidence, (it) => it.indicator)];
  return (
    <Panel
      title="Indicators by platform"
      about="A value was measured; ? could be seen and was not; – no connector can see it; n/a does not apply there."
      actions={<Exports file="coverage" table={() => exported(rows, platforms)} />}
    >
      <div className="relative max-h-[75vh] overflow-auto" role="region" aria-label="Indicators by platform: table" tabIndex={0}>
        <table className="border-separate border-spacing-0.5 text-sm">
          <caption className="sr-only">State of each indicator on each platform</caption>
          <thead className="sticky top-0 z-10 bg-card">
            <tr>
              <th scope="col" className="sticky left-0 bg-card px-2 py-1 text-left">
                Indicator
              </th>
              {platforms.map((it) => (
                <th key={it} scope="col" className="max-w-48 px-2 py-1 text-left font-medium break-all">
                  {it}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([indicator, places]) => (
              <tr key={indicator}>
                <th scope="row" className="sticky left-0 bg-card px-2 py-1 text-left font-normal">
                  <Link to={`../indicators/${indicator}`} className="underline-offset-4 hover:underline">
                    <strong>{indicator}</strong> <span className="hidden text-muted sm:inline">{places[0]?.label}</span>
                  </Link>
                </th>
                {platforms.map((platform) => (
                  <Known key={platform} of={places.find((it) => it.stratum === platform)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Known({ of }: { readonly of: Evidence | undefined }) {
  if (!of) {
    return <td className="px-2 py-1 text-muted">–</td>;
  }
  const state = of.state.toLowerCase().replaceAll('_', ' ');
  return (
    <td className={`rounded px-2 py-1 whitespace-nowrap ${looks[of.state] ?? 'text-muted'}`}>
      {words[of.state] ?? (of.raw === null ? '?' : valued(of.raw, of.unit))}
      <span className={of.state === 'MEASURED' || of.state === 'UNOBSERVED' || of.state === 'UNSUPPORTED' ? 'sr-only' : 'text-xs'}> {state}</span>
    </td>
  );
}

function exported(rows: readonly (readonly [string, readonly Evidence[]])[], platforms: readonly string[]) {
  return {
    columns: ['indicator', 'label', ...platforms],
    rows: rows.map(([indicator, places]) => [
      indicator,
      places[0]?.label ?? '',
      ...platforms.map((platform) => places.find((it) => it.stratum === platform)?.state ?? null),
    ]),
  };
}
