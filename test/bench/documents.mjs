// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const YEAR = 2024;

/** @type {Record<string, { years: string, titles: Record<string, string> }>} */
const activities = JSON.parse(readFileSync(join(root, 'server/data/activities.json'), 'utf8'));
const idsOfYear = Object.keys(activities).filter((id) => includes(activities[id]?.years ?? '', YEAR));

/** What every plan file holds fifty of before the next document begins: more would be activities listed twice. */
const ids = idsOfYear.slice(0, 50);

/**
 * A file of that many activities, fifty to a plan.
 * @param {number} size
 * @returns {{ text: string, note: Place, id: Place }} where in its middle somebody types a note, and an activity's id beside it
 */
export function planOf(size) {
  const lines = [];
  let note = { line: 0, character: 0 };
  let id = note;
  for (let index = 0; index < size; index++) {
    if (index % ids.length === 0) {
      if (index > 0) lines.push('---');
      lines.push(`performance_year: ${YEAR}`, `practice: { name: Practice ${index}, clinicians: 20 }`, 'submission: { level: group }', 'special_statuses: [rural]', 'activities:');
    }
    if (index === Math.floor(size / 2)) id = { line: lines.length, character: '  - id: IA_'.length };
    lines.push(`  - id: ${ids[index % ids.length]}`, '    period: 2024-01-15/2024-06-30', '    performed_by: all', '    status: completed', '    evidence: [https://example.org/log]');
    if (index === Math.floor(size / 2)) note = { line: lines.length, character: '    note: '.length };
    lines.push('    note: as agreed');
  }
  return { text: `${lines.join('\n')}\n`, note, id };
}

/** @typedef {{ line: number, character: number }} Place */

/** A JSON schema of plans with titles and texts of the activities: what a YAML language server needs to help with them. */
export function schemaOfPlans() {
  const { texts, runs } = JSON.parse(readFileSync(join(root, 'dist/server/texts.json'), 'utf8'));
  const known = idsOfYear.map((id) => {
    const run = (runs[id] ?? []).find((/** @type {number[]} */ [first = 0, last = 0]) => first <= YEAR && YEAR <= last);
    return { const: id, title: Object.values(activities[id]?.titles ?? {}).at(-1), description: run === undefined ? '' : texts[run[2]] };
  });
  const text = { type: 'string' };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    required: ['performance_year', 'practice', 'submission', 'activities'],
    additionalProperties: false,
    properties: {
      performance_year: { type: 'integer', minimum: 2017, maximum: 2026 },
      practice: { type: 'object', required: ['name'], properties: { name: text, tin: { type: 'string', pattern: '^\\d{9}$' }, clinicians: { type: 'integer', minimum: 1 } } },
      submission: { type: 'object', required: ['level'], properties: { program: { enum: ['traditional', 'mvp', 'app'] }, level: { enum: ['individual', 'group', 'subgroup'] } } },
      special_statuses: { type: 'array', items: { enum: ['small_practice', 'rural', 'hpsa', 'non_patient_facing'] } },
      activities: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id'],
          properties: {
            id: { oneOf: known },
            period: { type: ['string', 'object'] },
            performed_by: { type: ['string', 'integer', 'array'] },
            status: { enum: ['planned', 'in_progress', 'completed', 'dropped'] },
            evidence: { type: 'array', items: text },
            note: text,
          },
        },
      },
    },
  };
}

/**
 * Plans of 1 to 11 activities, a hundred to a folder, with what people get wrong.
 * @param {string} folder
 * @param {number} count
 */
export function writePlans(folder, count) {
  for (let number = 0; number < count; number++) {
    const subfolder = join(folder, `client-${String(Math.floor(number / 100)).padStart(3, '0')}`);
    mkdirSync(subfolder, { recursive: true });
    writeFileSync(join(subfolder, `plan-${number}.mips.yaml`), planWithMistakes(number));
  }
}

/** @param {number} number */
function planWithMistakes(number) {
  const chosen = ['IA_EPA_1', 'IA_BE_4', 'IA_CC_2', 'IA_PSPA_7', 'IA_AHE_1', 'IA_BMH_7', 'IA_PM_16', 'IA_EPA_2', 'IA_CC_8', 'IA_BE_6', 'IA_ERP_2'];
  const entries = chosen.slice(0, 1 + (number % chosen.length)).map((id, index) => `
  # What supports it lies in the folder of the same name.
  - id: ${(number + index) % 40 === 0 ? `${id}0` : id}
    period: 2024-0${1 + (index % 6)}-15/2024-0${5 + (index % 4)}-${(number + index) % 30 === 0 ? '31' : '30'}
    performed_by: ${(number + index) % 25 === 0 ? 3 : 9}
    status: completed
    evidence:
      - note: "Report ${number}-${index} in the quality folder"
      - https://records.example/${number}/${index}`);
  return `# Attestation plan ${number}
performance_year: 2024
practice:
  name: Practice ${number}
  tin: "000${String(number).padStart(6, '0')}"
  clinicians: 12
submission:
  program: traditional
  level: group
special_statuses: [${number % 3 === 0 ? 'small_practice' : ''}]
activities:${entries.join('')}
`;
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
