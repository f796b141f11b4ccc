// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useParts } from '../api/queries.ts';
import type { Platform } from '../api/types.ts';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { More } from '../ui/more.tsx';
import { Panel } from '../ui/panel.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { Attestations } from './attestations.tsx';
import { DecisionDialog } from './decision-dialog.tsx';

/** Which platforms count, and what people decided and stated about them. */
export default function EstatePage() {
  const here = useHere();
  const list = useParts<Platform>('/api/organisations/{organisation}/estate', { organisation: here.id });
  const [decided, setDecided] = useState<{ of: Platform | undefined }>();
  const action: Column<Platform> = {
    name: 'Decide',
    show: (it) => (
      <Button aria-label={`Decide about ${it.stratum}`} onClick={() => setDecided({ of: it })}>
        Decide
      </Button>
    ),
  };
  return (
    <>
      <title>{`Estate of ${here.name} · Tidemark`}</title>
      <h1>Estate</h1>
      <Panel
        title="Platforms that count"
        about="Read by connectors, or declared."
        actions={here.mayChange && <Button onClick={() => setDecided({ of: undefined })}>Count another</Button>}
      >
        <Asked query={{ ...list, data: list.items }} what="the estate">
          {(found) =>
            found.length === 0 ? (
              <Empty title="No platform is known yet">Each platform that is read or declared stands here, with how much it counts.</Empty>
            ) : (
              <div className="flex flex-col">
                <Table caption="Platforms" file="estate" columns={here.mayChange ? [...columns, action] : columns} rows={found} id={(it) => it.stratum} />
                <More list={list} />
              </div>
            )
          }
        </Asked>
      </Panel>
      <Attestations />
      {decided && <DecisionDialog of={decided.of} close={() => setDecided(undefined)} />}
    </>
  );
}

const columns: readonly Column<Platform>[] = [
  { name: 'Platform', show: (it) => <code className="break-all">{it.stratum}</code>, plain: (it) => it.stratum },
  { name: 'Read by', show: (it) => it.connectors.join(', ') || '–', plain: (it) => it.connectors.join('; ') },
  { name: 'Complete through', show: (it) => <Time at={it.complete_through} none="not read" />, plain: (it) => it.complete_through },
  {
    name: 'Declared',
    show: (it) => (it.declaration ? declared(it.declaration) : 'by nobody: its size decides'),
    plain: (it) => it.declaration?.materiality ?? null,
  },
  {
    name: 'Does not apply',
    show: (it) => it.declaration?.exempt.join(', ') || '–',
    plain: (it) => it.declaration?.exempt.join('; ') ?? '',
  },
];

function declared(declaration: NonNullable<Platform['declaration']>) {
  const weight = declaration.retired ? 'retired' : declaration.materiality === null ? 'its size decides' : `counts ${declaration.materiality}`;
  return (
    <>
      {weight}
      <span className="block text-sm text-muted">
        {declaration.actor}, <Time at={declaration.since} />: {declaration.reason}
      </span>
    </>
  );
}
