import type { PlanChange } from '../../server/src/protocol/whatIf.ts';
import { PAGE_ACTIONS, type PageMessage } from './messages.ts';
import { isArrayOf, isIndex, isKeyOf, isRecord, isString, isStringOrNull, type Shaped } from './shapes.ts';
import { CATEGORIES, SPECIAL_STATUSES, STATUSES } from './words.ts';

/** What came from the page if it has the shape of a message, else undefined. */
export function readPageMessage(value: unknown): PageMessage | undefined {
  if (!isRecord(value)) return undefined;
  const { type } = value;
  if (type === 'ready') return { type };
  if (type === 'run') {
    const action = PAGE_ACTIONS.find((known) => known === value['action']);
    return action && { type, action };
  }
  return readAboutPlan(value);
}

function readAboutPlan(value: Shaped): PageMessage | undefined {
  const { type, uri, plan, activity, version, finding, fix, question } = value;
  if (!isString(uri) || !isIndex(plan)) return undefined;
  switch (type) {
    case 'showActivity':
      return isIndex(activity) ? { type, uri, plan, activity } : undefined;
    case 'showFinding':
      return isInteger(version) && isIndex(finding) ? { type, uri, plan, version, finding } : undefined;
    case 'fixFinding':
      return isInteger(version) && isIndex(finding) && isIndex(fix) ? { type, uri, plan, version, finding, fix } : undefined;
    case 'askWhatIf': {
      const changes = readChanges(value['changes']);
      return changes && isIndex(question) ? { type, uri, plan, question, changes } : undefined;
    }
    case 'apply': {
      const changes = readChanges(value['changes']);
      return changes && isIndex(question) ? { type, uri, plan, question, changes } : undefined;
    }
    default:
      return undefined;
  }
}

/** More than anybody sets by hand. */
const MOST_CHANGES = 1000;

function readChanges(value: unknown): readonly PlanChange[] | undefined {
  return isArrayOf(value, isPlanChange) && value.length <= MOST_CHANGES ? value : undefined;
}

function isPlanChange(value: unknown): value is PlanChange {
  if (!isRecord(value)) return false;
  const isOfActivity = isIndex(value['activity']) && isStringOrNull(value['id']);
  switch (value['kind']) {
    case 'specialStatus':
      return isKeyOf(value['status'], SPECIAL_STATUSES) && typeof value['on'] === 'boolean';
    case 'reweighting':
      return isKeyOf(value['category'], CATEGORIES) && typeof value['on'] === 'boolean';
    case 'apm':
      return typeof value['on'] === 'boolean';
    case 'activityStatus':
      return isOfActivity && isKeyOf(value['status'], STATUSES);
    case 'performedBy':
      return isOfActivity && isIndex(value['count']);
    case 'addActivity':
      // What is written into the file is an id and nothing else.
      return isString(value['id']) && /^\w+$/.test(value['id']);
    default:
      return false;
  }
}

function isInteger(value: unknown): value is number {
  return Number.isInteger(value);
}
