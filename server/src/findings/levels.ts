import type { Finding, FindingCode, Severity } from './finding.ts';

/** How the user wants each code shown; a code that is not there keeps its finding's own severity. */
export type FindingLevels = ReadonlyMap<FindingCode, Severity | 'off'>;

/** The severity with which a finding is shown; undefined where the user does not want to see it. */
export function shownSeverity({ code, severity }: Pick<Finding, 'code' | 'severity'>, levels: FindingLevels): Severity | undefined {
  const level = levels.get(code) ?? severity;
  return level === 'off' ? undefined : level;
}
