// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { createContext, use } from 'react';
import { NavLink, Outlet, useNavigate, useParams } from 'react-router';
import { useLive } from '../api/live.ts';
import { useOrganisations } from '../api/queries.ts';
import type { Organisation } from '../api/types.ts';
import { Asked } from '../ui/asked.tsx';
import { TopBar } from './top-bar.tsx';

const Here = createContext<Organisation | undefined>(undefined);

/** The organisation whose pages are shown. */
export function useHere(): Organisation & { readonly mayChange: boolean } {
  const here = use(Here);
  if (!here) {
    throw new Error('there is an organisation on each of its pages');
  }
  return { ...here, mayChange: here.role !== 'viewer' };
}

/** What is around every page of an organisation. */
export function Shell() {
  const { organisation } = useParams();
  const organisations = useOrganisations();
  return (
    <Asked query={organisations} what="your organisations">
      {(all) => {
        const here = all.find((it) => it.id === organisation);
        return here ? (
          <Here value={here}>
            <TopBar>{all.length > 1 ? <Choice all={all} here={here} /> : <span className="text-muted">{here.name}</span>}</TopBar>
            <Navigation here={here} />
            <Live organisation={here.id} />
            <main id="content" tabIndex={-1} className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 outline-none">
              <Outlet />
            </main>
          </Here>
        ) : (
          <>
            <TopBar />
            <main className="mx-auto max-w-3xl p-6">
              <title>No such organisation · Tidemark</title>
              <h1>No such organisation among yours</h1>
              <p className="mt-2 text-muted">Either there is none here, or you have no role in it: an administrator can give you one.</p>
            </main>
          </>
        );
      }}
    </Asked>
  );
}

function Live({ organisation }: { readonly organisation: string }) {
  useLive(organisation);
  return null;
}

function Choice({ all, here }: { readonly all: readonly Organisation[]; readonly here: Organisation }) {
  const navigate = useNavigate();
  return (
    <label>
      <span className="sr-only">Organisation</span>
      <select
        className="max-w-52 rounded-md border border-control bg-card px-2 py-1"
        value={here.id}
        onChange={(event) => void navigate(`/organisations/${event.target.value}/score`)}
      >
        {all.map((it) => (
          <option key={it.id} value={it.id}>
            {it.name}
          </option>
        ))}
      </select>
    </label>
  );
}

const places = [
  ['score', 'Score'],
  ['indicators', 'Indicators'],
  ['coverage', 'Coverage'],
  ['connectors', 'Connectors'],
  ['rejected', 'Rejected records'],
  ['estate', 'Estate'],
  ['models', 'Models'],
] as const;

function Navigation({ here }: { readonly here: Organisation }) {
  const shown = here.role === 'administrator' ? [...places, ['audit', 'Audit'] as const] : places;
  return (
    <nav aria-label="Pages" className="border-b border-line bg-card px-2">
      <ul className="flex overflow-x-auto">
        {shown.map(([path, name]) => (
          <li key={path}>
            <NavLink
              to={path}
              className={({ isActive }) =>
                `block border-b-2 px-3 py-2 whitespace-nowrap ${isActive ? 'border-tide font-semibold text-tide' : 'border-transparent text-muted hover:text-ink'}`
              }
            >
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
