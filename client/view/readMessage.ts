import { CREDIT_NAMES } from '../../server/src/explanation/names.ts';
import type { HostMessage } from './messages.ts';
import { isOverview } from './readOverview.ts';
import { isArrayOf, isIndex, isIndexOrNull, isKeyOf, isNumberOrNull, isRecord, isString, isStringOrNull, type Shaped } from './shapes.ts';
import { LEVELS, PROGRAMS, WEIGHTS } from './words.ts';

/** What came from the extension if it has the shape of a message, else undefined. */
export function readHostMessage(value: unknown): HostMessage | undefined {
  if (!isRecord(value)) return undefined;
  const { type } = value;
  if (type === 'noPlan') return { type };
  if (type === 'nothingWritten') return isIndex(value['question']) ? { type, question: value['question'] } : undefined;
  if (type === 'whatIf') {
    const { question, score, refused } = value;
    return isIndex(question) && isPlanScore(score) && isArrayOf(refused, isRefusal) ? (value as unknown as HostMessage) : undefined;
  }
  const { uri, fileName, checking } = value;
  if (!isString(uri) || !isString(fileName)) return undefined;
  if (type === 'loading') return checking === 'now' || checking === 'stopped' ? { type, uri, fileName, checking } : undefined;
  if (type !== 'snapshot') return undefined;
  if (checking !== 'done' && checking !== 'again' && checking !== 'stopped') return undefined;
  const { version, score, explanations, overviews } = value;
  if (!Number.isInteger(version) || !isFileScore(score)) return undefined;
  if (!isArrayOf(explanations, isExplanation) || !isArrayOf(overviews, isOverview)) return undefined;
  return value as unknown as HostMessage;
}

function isFileScore(value: unknown): boolean {
  return isRecord(value) && isString(value['asOf']) && isIndexOrNull(value['best']) && isArrayOf(value['plans'], isPlanScore);
}

const PLAN_NUMBERS = ['performanceYear', 'points', 'uncappedPoints', 'maxPoints', 'percent', 'categoryWeight', 'contribution', 'securedPoints', 'gap'];

function isPlanScore(value: unknown): value is Shaped {
  return (
    isRecord(value) &&
    PLAN_NUMBERS.every((key) => isNumberOrNull(value[key])) &&
    isStringOrNull(value['practice']) &&
    (value['program'] === null || isKeyOf(value['program'], PROGRAMS)) &&
    (value['level'] === null || isKeyOf(value['level'], LEVELS)) &&
    typeof value['doubled'] === 'boolean' &&
    isArrayOf(value['credits'], isCredit) &&
    isArrayOf(value['activities'], isActivity) &&
    isArrayOf(value['waysToClose'], isString) &&
    isArrayOf(value['suggestions'], isSuggestion)
  );
}

function isCredit(value: unknown): value is Shaped {
  return isRecord(value) && isKeyOf(value['kind'], CREDIT_NAMES) && Number.isFinite(value['points']);
}

function isActivity(value: unknown): value is Shaped {
  return (
    isRecord(value) &&
    ['id', 'title'].every((key) => isStringOrNull(value[key])) &&
    isWeight(value['weight']) &&
    isNumberOrNull(value['points']) &&
    typeof value['credited'] === 'boolean' &&
    typeof value['secured'] === 'boolean' &&
    isArrayOf(value['reasons'], isString)
  );
}

function isWeight(value: unknown): boolean {
  return value === null || isKeyOf(value, WEIGHTS);
}

function isSuggestion(value: unknown): value is Shaped {
  return isRecord(value) && isString(value['id']) && isString(value['title']) && isWeight(value['weight']) && Number.isFinite(value['points']);
}

function isExplanation(value: unknown): value is Shaped {
  return isRecord(value) && isArrayOf(value['plan'], isStatement) && isArrayOf(value['activities'], isStatements);
}

function isStatements(value: unknown): value is readonly Shaped[] {
  return isArrayOf(value, isStatement);
}

function isStatement(value: unknown): value is Shaped {
  return isRecord(value) && isString(value['text']) && isString(value['source']) && (value['code'] === undefined || isString(value['code']));
}

function isRefusal(value: unknown): value is Shaped {
  return isRecord(value) && isIndex(value['change']) && isString(value['reason']);
}
