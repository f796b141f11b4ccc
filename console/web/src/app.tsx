// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { newClient } from './api/queries.ts';
import { Entrance } from './shell/entrance.tsx';
import { Lost, LostAlone } from './shell/lost.tsx';
import { Organisations } from './shell/organisations.tsx';
import { Shell } from './shell/shell.tsx';
import { Waiting } from './ui/waiting.tsx';

/** Each page is fetched when it is first opened: the form alone is larger than all charts. */
const Score = lazy(() => import('./score/score-page.tsx'));
const Indicators = lazy(() => import('./score/indicators-page.tsx'));
const Indicator = lazy(() => import('./score/indicator-page.tsx'));
const Connectors = lazy(() => import('./connectors/connectors-page.tsx'));
const Connector = lazy(() => import('./connectors/connector-page.tsx'));
const Configurator = lazy(() => import('./connectors/configurator-page.tsx'));
const Coverage = lazy(() => import('./lists/coverage-page.tsx'));
const Rejected = lazy(() => import('./lists/rejected-page.tsx'));
const Estate = lazy(() => import('./lists/estate-page.tsx'));
const Models = lazy(() => import('./lists/models-page.tsx'));
const Audit = lazy(() => import('./lists/audit-page.tsx'));

export function App() {
  const [client] = useState(newClient);
  return (
    <QueryClientProvider client={client}>
      <BrowserRouter>
        <Entrance>
          <Suspense fallback={<Waiting what="the page" />}>
            <Pages />
          </Suspense>
        </Entrance>
      </BrowserRouter>
    </QueryClientProvider>
  );
}

function Pages() {
  return (
    <Routes>
      <Route index element={<Organisations />} />
      <Route path="organisations/:organisation" element={<Shell />}>
        <Route index element={<Navigate to="score" replace />} />
        <Route path="score" element={<Score />} />
        <Route path="indicators" element={<Indicators />} />
        <Route path="indicators/:indicator" element={<Indicator />} />
        <Route path="connectors" element={<Connectors />} />
        <Route path="connectors/new" element={<Configurator />} />
        <Route path="connectors/:connector" element={<Connector />} />
        <Route path="connectors/:connector/settings" element={<Configurator />} />
        <Route path="coverage" element={<Coverage />} />
        <Route path="rejected" element={<Rejected />} />
        <Route path="estate" element={<Estate />} />
        <Route path="models" element={<Models />} />
        <Route path="audit" element={<Audit />} />
        <Route path="*" element={<Lost />} />
      </Route>
      <Route path="*" element={<LostAlone />} />
    </Routes>
  );
}
