// @ts-check

/**
 * @typedef {{ what: string, figure: number, bar: number, unit: string, measured?: Readonly<Record<string, number>> }} Verdict
 * a figure that should be no greater than its bar; what it was made of, by server
 */

/** @param {readonly number[]} values @param {number} [share] 0.5 gives the median */
export function quantile(values, share = 0.5) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** @param {readonly number[]} values median and, in brackets, what 95 of 100 are below */
export function spread(values) {
  return values.length === 0 ? '' : `${shown(quantile(values))} (${shown(quantile(values, 0.95))})`;
}

/** @param {number} value */
export function shown(value) {
  return value < 100 ? value.toFixed(1) : value.toFixed(0);
}

/** @param {readonly number[]} ours @param {readonly number[]} others */
export function ratio(ours, others) {
  return quantile(ours) / quantile(others);
}

/** @param {string} title @param {readonly string[]} columns @param {readonly (readonly string[])[]} rows */
export function printTable(title, columns, rows) {
  console.log(`\n${title}\n\n| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}
