import { SEVERITY_NAMES, STEP_NAMES } from '../../server/src/explanation/names.ts';
import { isArrayOf, isIndexOrNull, isKeyOf, isNumberOrNull, isOneOf, isRecord, isString, isStringOrNull, type Shaped } from './shapes.ts';
import { CATEGORIES, SPECIAL_STATUSES, STATUSES } from './words.ts';

/** Whether a value has the shape of a `PlanOverview`. */
export function isOverview(value: unknown): value is Shaped {
  return (
    isRecord(value) &&
    isArrayOf(value['activities'], isActivity) &&
    isArrayOf(value['steps'], isStep) &&
    isArrayOf(value['findings'], isFinding) &&
    isRecord(value['findingCounts']) && Object.keys(SEVERITY_NAMES).every((severity) => Number.isInteger((value['findingCounts'] as Shaped)[severity])) &&
    isArrayOf(value['specialStatuses'], (status) => isKeyOf(status, SPECIAL_STATUSES)) &&
    isArrayOf(value['reweighted'], (category) => isKeyOf(category, CATEGORIES)) &&
    typeof value['apm'] === 'boolean' &&
    isNumberOrNull(value['clinicians']) &&
    isStringOrNull(value['weightReason']) && isStringOrNull(value['keepUntil']) &&
    (value['submission'] === null || (isRecord(value['submission']) && isStringOrNull(value['submission']['opens']) && isString(value['submission']['closes'])))
  );
}

function isActivity(value: unknown): value is Shaped {
  return (
    isRecord(value) &&
    isKeyOf(value['status'], STATUSES) &&
    (value['participation'] === null || isParticipation(value['participation'])) &&
    (value['period'] === null || isPeriod(value['period'])) &&
    isArrayOf(value['clinicianPeriods'], isClinicianPeriod) &&
    ['minimum', 'longEnoughOn', 'lastStart'].every((key) => isStringOrNull(value[key])) &&
    isArrayOf(value['evidence'], isEvidence) &&
    (value['documentation'] === null || isDocumentation(value['documentation'])) &&
    isArrayOf(value['missing'], isString)
  );
}

function isParticipation(value: unknown): value is Shaped {
  return isRecord(value) && isStringOrNull(value['text']) && typeof value['named'] === 'boolean' && ['share', 'count', 'needed'].every((key) => isNumberOrNull(value[key]));
}

function isPeriod(value: unknown): value is Shaped {
  return isRecord(value) && isString(value['start']) && isString(value['end']) && Number.isInteger(value['days']);
}

function isClinicianPeriod(value: unknown): value is Shaped {
  return isPeriod(value) && isString(value['name']);
}

function isEvidence(value: unknown): value is Shaped {
  return isRecord(value) && isOneOf(value['kind'], ['file', 'url', 'note']) && isString(value['text']) && typeof value['found'] === 'boolean';
}

function isDocumentation(value: unknown): value is Shaped {
  return isRecord(value) && isOneOf(value['need'], ['any', 'two', 'all', 'unstated']) && isArrayOf(value['items'], isString);
}

function isStep(value: unknown): value is Shaped {
  return (
    isRecord(value) &&
    isKeyOf(value['kind'], STEP_NAMES) &&
    isOneOf(value['state'], ['done', 'open', 'later', 'over']) &&
    isString(value['text']) && isArrayOf(value['missing'], isString)
  );
}

function isFinding(value: unknown): value is Shaped {
  return (
    isRecord(value) &&
    isString(value['code']) && isString(value['message']) &&
    isKeyOf(value['severity'], SEVERITY_NAMES) &&
    isIndexOrNull(value['activity']) && isArrayOf(value['fixes'], isString)
  );
}
