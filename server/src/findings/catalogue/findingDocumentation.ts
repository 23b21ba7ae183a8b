import type { CalendarDate } from '../../calendar/calendarDate.ts';

/** What only the documentation says about a code; the pages in docs/findings are made from it. */
export interface FindingDocumentation {
  /** Two to six plain sentences: what is wrong, who minds, what to do, and when it is not reported. */
  readonly explanation: string;
  /** Absent where an example would fill a book: for the limits of the format. */
  readonly example?: FindingExample;
}

/** Two whole plans; a test runs both. */
export interface FindingExample {
  /** Brings the finding, and no other error. */
  readonly wrong: string;
  /** Does not bring it, and neither an error nor a warning. */
  readonly right: string;
  /** The date on which both are judged; `USUAL_AS_OF` if not given. */
  readonly asOf?: CalendarDate;
  /** Files that stand beside the plan; evidence is looked up only where this is given. */
  readonly files?: readonly string[];
}

/** Before anything in the examples of 2025 begins, so that their statuses fit. */
export const USUAL_AS_OF: CalendarDate = '2025-01-15';

/** A YAML text in a source file: without the first line break and without the indentation that all its lines share. */
export function yaml(strings: TemplateStringsArray): string {
  const lines = (strings[0] ?? '').replace(/^\n/, '').trimEnd().split('\n');
  const indentation = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return `${lines.map((line) => line.slice(indentation)).join('\n')}\n`;
}
