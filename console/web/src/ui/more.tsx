// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { Button } from './button.tsx';

interface Props {
  readonly list: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => unknown };
}

export function More({ list }: Props) {
  return list.hasNextPage ? (
    <Button className="self-center" disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
      Show more
    </Button>
  ) : null;
}
