// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useParts } from '../api/queries.ts';
import type { Platform } from '../api/types.ts';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { Empty } from '../ui/empty.tsx';
import { More } from '../ui/more.tsx';
import { Panel } from '../ui/panel.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';

export default function EstatePage() {
  const here = useHere();
  const list = useParts<Platform>('/api/organisations/{organisation}/estate', { organisation: here.id });
  return (
    <>
      <title>{`Estate of ${here.name} · Tidemark`}</title>
      <h1>Estate</h1>
      <Asked query={{ ...list, data: list.items }} what="the estate">
        {(found) =>
          found.length === 0 ? (
            <Empty title="No platform is known yet">Each platform that is read or declared stands here, with how much it counts.</Empty>
          ) : (
            <Panel title="Platforms that count" about="Read by connectors, or declared with ./tidemark estate set.">
              <div className="flex flex-col">
                <Table caption="Platforms" file="estate" columns={columns} rows={found} id={(it) => it.stratum} />
                <More list={list} />
              </div>
            </Panel>
          )
        }
      </Asked>
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
