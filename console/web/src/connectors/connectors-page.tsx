// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { Link } from 'react-router';
import { useConnectors } from '../api/queries.ts';
import type { ConnectorStatus } from '../api/types.ts';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { Empty } from '../ui/empty.tsx';
import { More } from '../ui/more.tsx';
import { Panel } from '../ui/panel.tsx';
import { State } from '../ui/state.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { Ago, Time } from '../ui/time.tsx';
import { Icon } from './icon.tsx';

export default function ConnectorsPage() {
  const here = useHere();
  const list = useConnectors(here.id);
  return (
    <>
      <title>{`Connectors of ${here.name} · Tidemark`}</title>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>Connectors</h1>
        {here.mayChange && (
          <Link to="new" className="rounded-md bg-tide px-3 py-1.5 font-medium text-on-tide hover:bg-tide-strong">
            Connect a platform
          </Link>
        )}
      </div>
      <Asked query={{ ...list, data: list.items }} what="the connectors">
        {(found) =>
          found.length === 0 ? (
            <Empty title="Nothing is connected yet">
              {here.mayChange ? 'Connect the first platform: a running job reads it within seconds.' : 'An editor can connect the first platform.'}
            </Empty>
          ) : (
            <Panel title="Accounts that are read">
              <div className="flex flex-col">
                <Table caption="Connectors" file="connectors" columns={columns} rows={found} id={(it) => it.id} />
                <More list={list} />
              </div>
            </Panel>
          )
        }
      </Asked>
    </>
  );
}

const columns: readonly Column<ConnectorStatus>[] = [
  {
    name: 'Name',
    show: (it) => (
      <Link to={it.id} className="inline-flex items-center gap-2 font-medium text-tide underline-offset-4 hover:underline">
        <Icon type={it.type} className="size-6" />
        {it.name}
      </Link>
    ),
    plain: (it) => it.name,
  },
  { name: 'Kind', show: (it) => it.type, plain: (it) => it.type },
  { name: 'State', show: (it) => <State name={it.state} />, plain: (it) => it.state },
  {
    name: 'Complete through',
    show: (it) => (
      <>
        <Time at={it.complete_through} none="nothing yet" />
        {it.complete_through && (
          <span className="block text-sm text-muted">
            <Ago at={it.complete_through} />
          </span>
        )}
      </>
    ),
    plain: (it) => it.complete_through,
  },
  { name: 'Last read', show: (it) => <Ago at={it.last_sync} />, plain: (it) => it.last_sync },
  {
    name: 'Streams',
    number: true,
    show: (it) => (it.failing + it.out_of_sync > 0 ? `${it.streams}, ${it.failing} failing, ${it.out_of_sync} behind` : it.streams),
    plain: (it) => it.streams,
  },
  {
    name: 'Last error',
    show: (it) =>
      it.failure && (
        <span className="text-bad">
          {it.failure}
          <span className="block text-sm text-muted">
            since <Ago at={it.failing_since} />
          </span>
        </span>
      ),
    plain: (it) => it.failure,
  },
];
