import { shorten } from '../text/shorten.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, ValueNode } from '../yaml/node.ts';
import { SHORT_NAME } from './format.ts';
import type { ClinicianPeriod, Located, PerformedBy } from './model.ts';
import { itemsOf, located, reportInvalidValue, type Reading } from './reading.ts';
import { readPeriodField } from './readPeriod.ts';
import { integerOf } from './readValue.ts';

const EXPECTS = '`all`, a whole number, a percentage such as `60%`, a list of names, or names with their periods below it';

/** Reads who performed an activity; a name counts once. */
export function readPerformedBy(node: ValueNode, reading: Reading): PerformedBy | undefined {
  switch (node.kind) {
    case 'scalar':
      return readCount(node, reading);
    case 'list':
      return readNames(node, reading);
    case 'map':
      return readPeriods(node, reading);
  }
}

function readCount(node: ScalarNode, reading: Reading): PerformedBy | undefined {
  if (node.value === 'all') return { kind: 'all' };
  const count = integerOf(node);
  if (count !== undefined && count >= 0) return { kind: 'count', count };
  const percent = typeof node.value === 'string' ? /^(\d+(?:\.\d+)?)%$/.exec(node.value)?.[1] : undefined;
  if (percent !== undefined) return { kind: 'percent', percent: Number(percent) };
  const isName = typeof node.value === 'string' && SHORT_NAME.test(node.value);
  const suggestions = /^all$/i.test(node.source) ? ['all'] : /^\d+$/.test(node.source) ? [node.source] : isName ? [`[${node.source}]`] : [];
  return reportInvalidValue(node, `“${shorten(node.source)}” does not say who performed it, so the activity earns nothing; write ${EXPECTS}.`, reading, suggestions);
}

function readNames(node: ListNode, reading: Reading): PerformedBy | undefined {
  const names = new Map<string, Located<string>>();
  let readable = true;
  for (const item of itemsOf(node)) {
    if (item.kind === 'scalar' && typeof item.value === 'string') {
      if (!names.has(item.value)) names.set(item.value, located(item.value, item));
    } else {
      readable = false;
      reportInvalidValue(item, 'Only short names of the roster are possible in this list.', reading);
    }
  }
  return readable ? { kind: 'names', names: [...names.values()] } : undefined;
}

function readPeriods(node: MapNode, reading: Reading): PerformedBy {
  const periods = node.entries.map((entry: MapEntry): ClinicianPeriod => ({
    name: located(entry.name, entry.key),
    period: readPeriodField(entry, reading),
  }));
  return { kind: 'periods', periods };
}
