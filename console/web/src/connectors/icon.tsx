// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/** Drawings of this page's sources, put together when it is built. */
const drawn = import.meta.glob<string>(
  ['../../../../io/connectors/*/src/main/resources/dev/tidemark/connector/*/icon.svg', './icons/*.svg'],
  { eager: true, query: '?raw', import: 'default' },
);

const byType = new Map(Object.entries(drawn).map(([path, svg]) => [typeOf(path), svg]));

function typeOf(path: string): string {
  return (/([^/]+)\/icon\.svg$/.exec(path) ?? /([^/]+)\.svg$/.exec(path))?.[1] ?? '';
}

/** What a kind of platform is known by; the name always stands beside it. */
export function Icon({ type, className = 'size-8' }: { readonly type: string; readonly className?: string }) {
  const svg = byType.get(type) ?? byType.get('unknown') ?? '';
  return <span aria-hidden="true" className={`inline-block shrink-0 text-tide [&>svg]:size-full ${className}`} dangerouslySetInnerHTML={{ __html: svg }} />;
}
