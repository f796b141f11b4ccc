// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useFailingAssets } from '../api/queries.ts';
import type { FailingAsset } from '../api/types.ts';
import { count } from '../model/phrases.ts';
import { useHere } from '../shell/shell.tsx';
import { Asked } from '../ui/asked.tsx';
import { More } from '../ui/more.tsx';
import { Panel } from '../ui/panel.tsx';
import { Table, type Column } from '../ui/table.tsx';

/** The assets that keep an indicator from its best value, by name. */
export function FailingAssets({ indicator }: { readonly indicator: string }) {
  const list = useFailingAssets(useHere().id, indicator);
  return (
    <Panel title="Which assets keep it down" about="Counted as the score counts them now, by name.">
      <Asked query={{ ...list, data: list.items }} what="the assets">
        {(found) =>
          found.length === 0 ? (
            <p className="text-muted">{list.first?.by_asset ? 'None that is known.' : 'It is not counted asset by asset, so there is none to name.'}</p>
          ) : (
            <>
              <p>
                <strong>{count(list.first?.total ?? found.length)}</strong> {list.first?.total === 1 ? 'asset' : 'assets'}
              </p>
              <Table caption={`Assets that keep ${indicator} down`} file={`${indicator}-assets`} columns={columns} rows={found} id={(it) => it.urn} />
              <div className="flex flex-col">
                <More list={list} />
              </div>
            </>
          )
        }
      </Asked>
    </Panel>
  );
}

const columns: readonly Column<FailingAsset>[] = [
  { name: 'Asset', show: (it) => <code className="break-all">{it.urn}</code>, plain: (it) => it.urn },
  { name: 'Kind', show: (it) => it.type, plain: (it) => it.type },
  { name: 'Platform', show: (it) => <code className="break-all">{it.stratum}</code>, plain: (it) => it.stratum },
  { name: 'What is known of it', show: facts, plain: facts },
];

function facts({ facts: known }: FailingAsset): string {
  return Object.entries(known)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
