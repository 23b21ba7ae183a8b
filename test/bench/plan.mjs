// @ts-check
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** @type {Record<string, { years: string }>} */
const activities = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../server/data/activities.json'), 'utf8'));
const ids = Object.keys(activities).filter((id) => includes(activities[id]?.years ?? '', 2024)).slice(0, 50);

/** As many different activities as are used here: a longer plan lists them again. */
export const LONGEST_PLAN = ids.length;

/**
 * A file of that many activities, and the lines in its middle where somebody types: the activity's first line with its
 * id, and its last with a note.
 * @param {number} size @param {number} [ofPlan] of how many activities each of its plans is
 * @param {readonly string[]} [behind] what stands behind the activities of each plan
 */
export function planOf(size, ofPlan = LONGEST_PLAN, behind = []) {
  const lines = [];
  let middle = { id: 0, note: 0 };
  for (let index = 0; index < size; index++) {
    if (index % ofPlan === 0) {
      if (index > 0) lines.push(...behind, '---');
      lines.push('performance_year: 2024', `practice: { name: Practice ${index}, clinicians: 20 }`, 'submission: { level: group }', 'special_statuses: [rural]', 'activities:');
    }
    const id = lines.length;
    lines.push(`  - id: ${ids[index % ids.length]}`, '    period: 2024-01-15/2024-06-30', '    performed_by: all', '    status: completed', '    evidence: [https://example.org/log]', '    note: as agreed');
    if (index === Math.floor(size / 2)) middle = { id, note: lines.length - 1 };
  }
  lines.push(...behind);
  return { lines, middle };
}

/**
 * @param {string} years such as "2017-2019, 2021"
 * @param {number} year
 */
function includes(years, year) {
  return years.split(',').some((run) => {
    const [first = '', last = first] = run.split('-');
    return Number(first) <= year && year <= (last.trim() === '' ? Infinity : Number(last));
  });
}
