import { URI } from 'vscode-uri';
import { evidenceFile } from '../host/evidenceFile.ts';

/** Gives the URIs of files that a plan names; none where the plan is no file itself. */
export function fileLinks(planUri: string): (written: string) => string | undefined {
  const plan = URI.parse(planUri);
  if (plan.scheme !== 'file') return () => undefined;
  return (written) => {
    const file = evidenceFile(plan.fsPath, written);
    return file === undefined ? undefined : URI.file(file).toString();
  };
}
