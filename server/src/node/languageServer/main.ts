import { join } from 'node:path';
import { format } from 'node:util';
import { createConnection } from 'vscode-languageserver/node';
import { readInventoryTexts } from '../host/inventoryTexts.ts';
import { today } from '../host/today.ts';
import { PendingEdits } from './pendingEdits.ts';
import { serve } from './server.ts';
import { transportOf } from './transport.ts';

const transport = transportOf(process);
if (transport === undefined) {
  console.error('The language server of MIPS Plan. An editor starts it with --stdio or --node-ipc.');
  process.exitCode = 2;
} else {
  const edits = new PendingEdits(transport.reader);
  const connection = createConnection(edits, transport.writer);
  // Standard output belongs to the protocol.
  console.log = (...values) => connection.console.log(format(...values));
  const guard = serve(connection, edits, {
    today,
    readTexts: (loaded) => readInventoryTexts(join(__dirname, 'texts.json'), loaded),
  });
  transport.onGone(() => process.exit(guard.isShutDown ? 0 : 1));
  connection.listen();
}
