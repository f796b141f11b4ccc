// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useParams } from 'react-router';
import { useConnector, useKind } from '../api/queries.ts';
import { Asked } from '../ui/asked.tsx';
import { Empty } from '../ui/empty.tsx';
import { useHere } from '../shell/shell.tsx';
import { DataConnectorConfigurator } from './data-connector-configurator.tsx';

export default function ConfiguratorPage() {
  const { connector } = useParams();
  const here = useHere();
  if (!here.mayChange) {
    return <Empty title="Connectors are changed by editors">An administrator can give you that role in {here.name}.</Empty>;
  }
  return connector ? <Existing id={connector} /> : <DataConnectorConfigurator />;
}

function Existing({ id }: { readonly id: string }) {
  const connector = useConnector(id);
  const kind = useKind(connector.data?.body.type ?? '');
  return (
    <Asked query={connector} what="the connector">
      {(found) => (
        <Asked query={kind} what="its kind">
          {(known) => <DataConnectorConfigurator key={id} seen={found} known={known} />}
        </Asked>
      )}
    </Asked>
  );
}
