// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { Link, Navigate } from 'react-router';
import { useOrganisations } from '../api/queries.ts';
import { Asked } from '../ui/asked.tsx';
import { Empty } from '../ui/empty.tsx';
import { TopBar } from './top-bar.tsx';

/** Where somebody sees one organisation alone, it is opened at once. */
export function Organisations() {
  const organisations = useOrganisations();
  const [only, ...others] = organisations.data ?? [];
  if (only && others.length === 0) {
    return <Navigate to={`/organisations/${only.id}/score`} replace />;
  }
  return (
    <>
      <TopBar />
      <main className="mx-auto flex max-w-3xl flex-col gap-4 p-6">
        <title>Organisations · Tidemark</title>
        <h1>Organisations</h1>
        <Asked query={organisations} what="your organisations">
          {(found) =>
            found.length === 0 ? (
              <Empty title="No organisation yet">
                The first connector makes one: <code>./tidemark connector add FILE</code>, or ask an administrator for a role.
              </Empty>
            ) : (
              <ul className="divide-y divide-line rounded-lg border border-line bg-card">
                {found.map((it) => (
                  <li key={it.id} className="flex items-center justify-between gap-4 px-4 py-3">
                    <Link className="font-medium text-tide underline-offset-4 hover:underline" to={`/organisations/${it.id}/score`}>
                      {it.name}
                    </Link>
                    <span className="text-sm text-muted">{it.role}</span>
                  </li>
                ))}
              </ul>
            )
          }
        </Asked>
      </main>
    </>
  );
}
