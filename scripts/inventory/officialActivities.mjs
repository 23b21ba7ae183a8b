import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';

/**
 * CMS's improvement activities as the npm package `qpp-measures-data` has them.
 *
 * @returns {Map<number, Map<string, { title: string, description: string }>>} by performance year, then by id
 */
export function readOfficialActivities() {
  const folder = join(dirname(createRequire(import.meta.url).resolve('qpp-measures-data/package.json')), 'measures');
  const years = readdirSync(folder).map(Number).sort();
  return new Map(years.map((year) => {
    const measures = JSON.parse(readFileSync(join(folder, String(year), 'measures-data.json'), 'utf8'));
    const activities = measures.filter((measure) => measure.category === 'ia');
    return [year, new Map(activities.map((activity) => [activity.measureId, activity]))];
  }));
}
