// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useParts } from '../api/queries.ts';
import type { Rejected } from '../api/types.ts';
import { Link } from 'react-router';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { Empty } from '../ui/empty.tsx';
import { More } from '../ui/more.tsx';
import { Panel } from '../ui/panel.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { ReplayBar } from './replay.tsx';

export default function RejectedPage() {
  const here = useHere();
  const list = useParts<Rejected>('/api/organisations/{organisation}/rejected-records', { organisation: here.id });
  return (
    <>
      <title>{`Rejected records of ${here.name} · Tidemark`}</title>
      <h1>Rejected records</h1>
      <Asked query={{ ...list, data: list.items }} what="the rejected records">
        {(found) =>
          found.length === 0 ? (
            <Empty title="No record was rejected">Everything that was read could be used.</Empty>
          ) : (
            <Panel title="What could not be used" about="The newest first. What they hold is not shown here: ./tidemark rejected show tells it, audited.">
              {here.mayChange ? (
                <Replayable found={found} />
              ) : (
                <Table caption="Rejected records" file="rejected" columns={columns} rows={found} id={(it) => it.id} />
              )}
              <div className="flex flex-col">
                <More list={list} />
              </div>
            </Panel>
          )
        }
      </Asked>
    </>
  );
}

function Replayable({ found }: { readonly found: readonly Rejected[] }) {
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <ReplayBar chosen={found.filter((it) => chosen.has(it.id))} asked={() => choose(new Set())} />
      <Table
        caption="Rejected records"
        file="rejected"
        columns={columns}
        rows={found}
        id={(it) => it.id}
        choice={{ chosen, choose, name: (it) => `${it.stream} ${it.key}` }}
      />
    </>
  );
}

const columns: readonly Column<Rejected>[] = [
  { name: 'Seen', show: (it) => <Time at={it.seen_at} />, plain: (it) => it.seen_at },
  {
    name: 'Connector',
    show: (it) => (
      <Link to={`../connectors/${it.connector}`} className="text-tide underline-offset-4 hover:underline">
        {it.connector_name}
      </Link>
    ),
    plain: (it) => it.connector_name,
  },
  { name: 'Stream', show: (it) => it.stream, plain: (it) => it.stream },
  { name: 'Key', show: (it) => <code className="break-all">{it.key}</code>, plain: (it) => it.key },
  { name: 'Reason', show: (it) => it.reason, plain: (it) => it.reason },
  { name: 'Times', number: true, show: (it) => it.times, plain: (it) => it.times },
  {
    name: 'Replay',
    show: (it) =>
      it.replayed_at ? (
        <>
          done <Time at={it.replayed_at} />
        </>
      ) : it.refused_at && it.refused_at > (it.replay_asked_at ?? '') ? (
        <>
          refused again <Time at={it.refused_at} />
        </>
      ) : it.replay_asked_at ? (
        <>
          asked <Time at={it.replay_asked_at} />
        </>
      ) : (
        '–'
      ),
    plain: (it) => it.replayed_at ?? it.replay_asked_at ?? null,
  },
];
