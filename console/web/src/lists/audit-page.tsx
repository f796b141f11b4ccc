// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useParts } from '../api/queries.ts';
import type { Deed } from '../api/types.ts';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { Empty } from '../ui/empty.tsx';
import { More } from '../ui/more.tsx';
import { Panel } from '../ui/panel.tsx';
import { Table, type Column } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';

export default function AuditPage() {
  const here = useHere();
  const list = useParts<Deed>('/api/organisations/{organisation}/audit', { organisation: here.id });
  return (
    <>
      <title>{`Audit of ${here.name} · Tidemark`}</title>
      <h1>Audit</h1>
      <Asked query={{ ...list, data: list.items }} what="the audit">
        {(found) =>
          found.length === 0 ? (
            <Empty title="Nothing has been done yet">Every look at what connectors connect with, and every change of it, is noted here.</Empty>
          ) : (
            <Panel title="Who looked at or changed what connectors connect with" about="The newest first.">
              <div className="flex flex-col">
                <Table caption="Audit" file="audit" columns={columns} rows={found} id={(it) => it.at + it.connector + it.action} />
                <More list={list} />
              </div>
            </Panel>
          )
        }
      </Asked>
    </>
  );
}

const columns: readonly Column<Deed>[] = [
  { name: 'When', show: (it) => <Time at={it.at} />, plain: (it) => it.at },
  { name: 'Who', show: (it) => it.actor, plain: (it) => it.actor },
  { name: 'What', show: (it) => it.action.toLowerCase(), plain: (it) => it.action },
  { name: 'Connector', show: (it) => it.connector_name ?? <span className="text-muted">gone</span>, plain: (it) => it.connector_name ?? it.connector },
  { name: 'Why', show: (it) => it.purpose || '–', plain: (it) => it.purpose },
];
