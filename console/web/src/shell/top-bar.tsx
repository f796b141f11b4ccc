// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { send } from '../api/client.ts';
import { useSession } from '../api/queries.ts';
import { Button } from '../ui/button.tsx';
import mark from './mark.svg';
import { choose, theme, type Theme } from './theme.ts';

export function TopBar({ children }: { readonly children?: ReactNode }) {
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-card px-4 py-2">
      <a href="#content" className="sr-only focus:not-sr-only">
        Skip to content
      </a>
      <Link to="/" className="flex items-center gap-2 font-semibold tracking-tight">
        <img src={mark} alt="" className="size-6" />
        Tidemark
      </Link>
      {children}
      <span className="grow" />
      <ThemeChoice />
      <Leave />
    </header>
  );
}

function ThemeChoice() {
  const [chosen, setChosen] = useState(theme);
  return (
    <label className="text-sm">
      <span className="sr-only">Colours</span>
      <select
        className="rounded-md border border-control bg-card px-2 py-1"
        value={chosen}
        onChange={(event) => {
          const next = event.target.value as Theme;
          choose(next);
          setChosen(next);
        }}
      >
        <option value="system">As the system</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}

function Leave() {
  const client = useQueryClient();
  const session = useSession();
  async function leave() {
    await send('DELETE', '/api/session').catch(() => undefined);
    client.clear();
    location.assign('/');
  }
  return (
    <Button kind="quiet" onClick={() => void leave()} title={session.data ? `Signed in as ${session.data.person.name}` : ''}>
      Sign out
    </Button>
  );
}
