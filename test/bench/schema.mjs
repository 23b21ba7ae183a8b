// @ts-check
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const YEAR = 2024;

/** A JSON schema of plans with titles and texts of the activities: what a YAML language server needs to help with them. */
export function schemaOfPlans() {
  /** @type {Record<string, { titles?: Record<string, string> }>} */
  const activities = read('server/data/activities.json');
  const { texts, runs } = read('dist/server/texts.json');
  const known = Object.entries(/** @type {Record<string, [number, number, number][]>} */ (runs)).flatMap(([id, itsRuns]) => {
    const run = itsRuns.find(([first, last]) => first <= YEAR && YEAR <= last);
    return run === undefined ? [] : [{ const: id, title: Object.values(activities[id]?.titles ?? {}).at(-1), description: texts[run[2]] }];
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

/** @param {string} file */
function read(file) {
  return JSON.parse(readFileSync(resolve(root, file), 'utf8'));
}
