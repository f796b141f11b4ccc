// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useParams } from 'react-router';
import { Link } from 'react-router';
import { isStatus } from '../api/problem.ts';
import { useConnector, useStreams } from '../api/queries.ts';
import type { Connector } from '../api/types.ts';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { Empty } from '../ui/empty.tsx';
import { Panel } from '../ui/panel.tsx';
import { State } from '../ui/state.tsx';
import { Time } from '../ui/time.tsx';
import { ConnectorActions } from './connector-actions.tsx';
import { Icon } from './icon.tsx';
import { remedy } from './remedy.ts';
import { spoken } from './spoken.ts';
import { Trial } from './trial.tsx';
import { StreamTable } from './stream-table.tsx';
import { VolumesPanel } from './volumes-panel.tsx';

export default function ConnectorPage() {
  const { connector: id = '' } = useParams();
  const connector = useConnector(id);
  if (isStatus(connector.error, 404)) {
    return (
      <Empty title="There is no such connector">
        It was removed, or it is not yours to see.{' '}
        <Link className="text-tide underline" to="../connectors">
          See those there are
        </Link>
      </Empty>
    );
  }
  return (
    <Asked query={connector} what="the connector">
      {({ body, tag }) => <Shown connector={body} tag={tag} />}
    </Asked>
  );
}

function Shown({ connector, tag }: { readonly connector: Connector; readonly tag: string }) {
  const here = useHere();
  const streams = useStreams(here.id, connector.id);
  const own = streams.data ?? [];
  return (
    <>
      <title>{`${connector.name} · Tidemark`}</title>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <h1 className="flex items-center gap-3">
          <Icon type={connector.type} />
          {connector.name} {connector.status === 'PAUSED' && <State name="paused" />}
        </h1>
        {here.mayChange && <ConnectorActions connector={connector} tag={tag} />}
      </div>
      <p className="text-muted">
        {connector.type}, connected <Time at={connector.created_at} />. {spoken(connector)}
      </p>
      {own
        .filter((it) => it.failure)
        .map((it) => (
          <div key={it.name} className="rounded-lg border border-bad bg-bad-soft px-4 py-3">
            <p className="font-semibold text-bad">
              {it.name} cannot be read ({it.failure?.category.toLowerCase().replaceAll('_', ' ')})
            </p>
            <p>{it.failure?.message}</p>
            <p className="mt-1 text-sm">{remedy(it.failure?.category ?? '')}</p>
          </div>
        ))}
      <Panel title="Streams" about="How far reading is, stream by stream; what was read in the last 24 hours.">
        <Asked query={streams} what="the streams">
          {() =>
            own.length === 0 ? (
              <Empty title="Nothing has been read yet">A running job begins within seconds. Is one running? ./tidemark status says so.</Empty>
            ) : (
              <StreamTable connector={connector.id} streams={own} mayChange={here.mayChange} />
            )
          }
        </Asked>
      </Panel>
      <VolumesPanel connector={connector.id} />
      {here.mayChange && (
        <Panel title="Try it" about="Whether each need is met, and what the account holds. That it is connected to is audited.">
          <Trial path="/api/data-connectors/{connector}" at={{ connector: connector.id }} />
        </Panel>
      )}
    </>
  );
}
