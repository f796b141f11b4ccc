// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { Link } from 'react-router';
import { send } from '../api/client.ts';
import { useParts } from '../api/queries.ts';
import type { Attestation } from '../api/types.ts';
import { useDeed } from '../api/use-deed.ts';
import { percent } from '../model/phrases.ts';
import { day } from '../model/times.ts';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { More } from '../ui/more.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { StatementDialog } from './statement-dialog.tsx';

const PATH = '/api/organisations/{organisation}/attestations';

/** What people stated and signed where nothing can be read. */
export function Attestations() {
  const here = useHere();
  const list = useParts<Attestation>(PATH, { organisation: here.id });
  const [stating, setStating] = useState(false);
  const { act, acting, problem } = useDeed();
  const withdraw: Column<Attestation> = {
    name: 'Take back',
    show: (it) =>
      counts(it) && (
        <Button
          disabled={acting}
          aria-label={`Take back the statement on ${it.indicator} of ${it.stratum}`}
          onClick={() => void act(() => send('DELETE', `${PATH}/{attestation}`, { at: { organisation: here.id, attestation: String(it.id) } }))}
        >
          Take back
        </Button>
      ),
  };
  return (
    <Panel
      title="Statements people signed"
      about="Where no connector can see an indicator. They count for half the evidence at most, until they expire."
      actions={here.mayChange && <Button onClick={() => setStating(true)}>State something</Button>}
    >
      {problem && <Notice problem={problem} />}
      <Asked query={{ ...list, data: list.items }} what="the statements">
        {(found) =>
          found.length === 0 ? (
            <Empty title="Nobody stated anything yet">What cannot be read can be stated by somebody who knows it, and signed.</Empty>
          ) : (
            <div className="flex flex-col">
              <Table caption="Statements" file="attestations" columns={here.mayChange ? [...columns, withdraw] : columns} rows={found} id={(it) => String(it.id)} />
              <More list={list} />
            </div>
          )
        }
      </Asked>
      {stating && <StatementDialog close={() => setStating(false)} />}
    </Panel>
  );
}

function counts(it: Attestation): boolean {
  return !it.withdrawn_at && it.expires >= new Date().toISOString().slice(0, 10);
}

const columns: readonly Column<Attestation>[] = [
  {
    name: 'Indicator',
    show: (it) => (
      <Link to={`../indicators/${it.indicator}`} className="font-medium text-tide underline-offset-4 hover:underline">
        {it.indicator}
      </Link>
    ),
    plain: (it) => it.indicator,
  },
  { name: 'Platform', show: (it) => <code className="break-all">{it.stratum}</code>, plain: (it) => it.stratum },
  { name: 'Attained', number: true, show: (it) => percent(it.value), plain: (it) => it.value },
  { name: 'Statement', show: (it) => it.statement, plain: (it) => it.statement },
  {
    name: 'Signed',
    show: (it) => (
      <>
        {it.signer}
        <span className="block text-sm text-muted">
          <Time at={it.signed_at} />
        </span>
      </>
    ),
    plain: (it) => `${it.signer} ${it.signed_at}`,
  },
  {
    name: 'Until',
    show: (it) =>
      it.withdrawn_at ? (
        <>
          taken back <Time at={it.withdrawn_at} />
        </>
      ) : (
        `${day(it.expires)} (UTC)`
      ),
    plain: (it) => it.withdrawn_at ?? it.expires,
  },
];
