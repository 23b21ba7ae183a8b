import { afterAll, afterEach } from 'vitest';
import { openWorkbenches } from './workbench.ts';

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const workbench of openWorkbenches()) console.error(`What VS Code showed is in ${await workbench.keepEvidence(task.name)}`);
});

afterAll(async () => {
  for (const workbench of openWorkbenches()) await workbench.close();
});
