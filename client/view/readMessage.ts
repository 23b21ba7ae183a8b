import { PAGE_ACTIONS, type HostMessage, type PageMessage } from './messages.ts';

/** What came from the extension if it has the shape of a message, else undefined. */
export function readHostMessage(value: unknown): HostMessage | undefined {
  if (!isRecord(value)) return undefined;
  const { type } = value;
  if (type === 'noPlan') return { type };
  const { uri, fileName, checking } = value;
  if (!isString(uri) || !isString(fileName)) return undefined;
  if (type === 'loading') return checking === 'now' || checking === 'stopped' ? { type, uri, fileName, checking } : undefined;
  if (type !== 'snapshot') return undefined;
  if (checking !== 'done' && checking !== 'again' && checking !== 'stopped') return undefined;
  const { version, score, explanations } = value;
  if (!Number.isInteger(version) || !isFileScore(score) || !isArrayOf(explanations, isExplanation)) return undefined;
  return value as unknown as HostMessage;
}

/** What came from the page if it has the shape of a message, else undefined. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  if (!isRecord(value)) return undefined;
  switch (value['type']) {
    case 'ready':
      return { type: 'ready' };
    case 'showActivity': {
      const { uri, plan, activity } = value;
      return typeof uri === 'string' && isIndex(plan) && isIndex(activity) ? { type: 'showActivity', uri, plan, activity } : undefined;
    }
    case 'run': {
      const action = PAGE_ACTIONS.find((known) => known === value['action']);
      return action && { type: 'run', action };
    }
    default:
      return undefined;
  }
}

type Shaped = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Shaped {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArrayOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isNumberOrNull(value: unknown): value is number | null {
  return value === null || Number.isFinite(value);
}

function isStringOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isFileScore(value: unknown): boolean {
  return isRecord(value) && isString(value['asOf']) && isNumberOrNull(value['best']) && isArrayOf(value['plans'], isPlanScore);
}

const PLAN_NUMBERS = ['performanceYear', 'points', 'uncappedPoints', 'maxPoints', 'percent', 'categoryWeight', 'contribution', 'securedPoints', 'gap'];

function isPlanScore(value: unknown): value is Shaped {
  return (
    isRecord(value) &&
    PLAN_NUMBERS.every((key) => isNumberOrNull(value[key])) &&
    ['practice', 'program', 'level'].every((key) => isStringOrNull(value[key])) &&
    typeof value['doubled'] === 'boolean' &&
    isArrayOf(value['credits'], isCredit) &&
    isArrayOf(value['activities'], isActivity) &&
    isArrayOf(value['waysToClose'], isString) &&
    isArrayOf(value['suggestions'], isSuggestion)
  );
}

function isCredit(value: unknown): value is Shaped {
  return isRecord(value) && isString(value['kind']) && Number.isFinite(value['points']);
}

function isActivity(value: unknown): value is Shaped {
  return (
    isRecord(value) &&
    ['id', 'title', 'weight'].every((key) => isStringOrNull(value[key])) &&
    isNumberOrNull(value['points']) &&
    typeof value['credited'] === 'boolean' &&
    typeof value['secured'] === 'boolean' &&
    isArrayOf(value['reasons'], isString)
  );
}

function isSuggestion(value: unknown): value is Shaped {
  return isRecord(value) && isString(value['id']) && isString(value['title']) && isStringOrNull(value['weight']) && Number.isFinite(value['points']);
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
