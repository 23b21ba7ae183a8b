import { isCalendarDate, type CalendarDate } from '../../calendar/calendarDate.ts';
import { FINDING_CODES, type FindingCode, type Severity } from '../../findings/finding.ts';
import type { FindingLevels } from '../../findings/levels.ts';
import { nearest } from '../../text/nearest.ts';

/** The section `mipsPlan` of the client's configuration. */
export interface Settings {
  /** Undefined means today. */
  readonly asOfDate: CalendarDate | undefined;
  /** As written: absolute, or relative to a workspace folder. */
  readonly inventoryFiles: readonly string[];
  readonly findings: FindingLevels;
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
}

export interface SettingsRead {
  readonly settings: Settings;
  /** One sentence for each value that cannot be used; the default stands in for it. */
  readonly complaints: readonly string[];
}

const LEVELS: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];
const CODES: ReadonlySet<string> = new Set(FINDING_CODES);

/** @param section what the client gave; anything can be in it */
export function readSettings(section: unknown): SettingsRead {
  const values = isRecord(section) ? section : {};
  const complaints: string[] = [];
  const complain = (complaint: string): void => void complaints.push(complaint);
  return {
    settings: {
      asOfDate: readAsOfDate(values['asOfDate'], complain),
      inventoryFiles: readInventoryFiles(values['inventoryFiles'], complain),
      findings: readFindings(values['findings'], complain),
      inlayHints: readSwitch(values['inlayHints'], 'inlayHints', complain),
      codeLens: readSwitch(values['codeLens'], 'codeLens', complain),
    },
    complaints,
  };
}

export const DEFAULT_SETTINGS = readSettings(undefined).settings;

type Complain = (complaint: string) => void;

function readAsOfDate(value: unknown, complain: Complain): CalendarDate | undefined {
  if (isAbsent(value) || (typeof value === 'string' && value.trim() === '')) return undefined;
  if (typeof value === 'string' && isCalendarDate(value.trim())) return value.trim();
  complain(`mipsPlan.asOfDate: ${shown(value)} is not a date of the calendar, so plans are checked as of today. Write it as YYYY-MM-DD.`);
  return undefined;
}

function readInventoryFiles(value: unknown, complain: Complain): readonly string[] {
  if (isAbsent(value)) return [];
  if (Array.isArray(value) && value.every((file) => typeof file === 'string')) {
    return [...new Set(value.map((file) => file.trim()))].filter((file) => file !== '');
  }
  complain('mipsPlan.inventoryFiles is not a list of paths, so no inventory file is loaded.');
  return [];
}

function readFindings(value: unknown, complain: Complain): FindingLevels {
  const levels = new Map<FindingCode, Severity | 'off'>();
  if (isAbsent(value)) return levels;
  if (!isRecord(value)) {
    complain('mipsPlan.findings does not give each code a severity, so every finding keeps its own.');
    return levels;
  }
  for (const [code, wanted] of Object.entries(value)) {
    const level = LEVELS.find((known) => known === wanted);
    if (!CODES.has(code)) {
      const [near] = nearest(code, FINDING_CODES, 1);
      complain(`mipsPlan.findings: there is no finding \`${code}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`);
    } else if (level === undefined) {
      complain(`mipsPlan.findings: \`${code}\` can be ${LEVELS.join(', ')}, not ${shown(wanted)}.`);
    } else {
      levels.set(code as FindingCode, level);
    }
  }
  return levels;
}

function readSwitch(value: unknown, name: string, complain: Complain): boolean {
  const enabled = isRecord(value) ? value['enabled'] : value;
  if (isAbsent(enabled)) return true;
  if (typeof enabled === 'boolean') return enabled;
  complain(`mipsPlan.${name}.enabled is ${shown(enabled)}, not true or false, so it is on.`);
  return true;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}
