import { FORMAT, type KeyDescription, type MapName } from '../../plan/format.ts';

/** The maps of the format, and the two whose keys are names of clinicians. */
export type MapShapeName = MapName | 'roster' | 'clinician_periods';

/** A map of the format: which keys it can have and what stands behind each. */
export interface MapShape {
  readonly name: MapShapeName;
  /** Empty where the keys are names of clinicians. */
  readonly keys: readonly KeyDescription[];
  /** Undefined for a key that the format does not have. */
  valueOf(key: string): Shape | undefined;
}

/** What can stand at one place of a plan. Something that is not set cannot stand there. */
export interface Shape {
  /** `submission.level`; an item of a list ends with `[]`: `plan.special_statuses[]`. */
  readonly name: string;
  /** The key whose value, or item of its list, this is; undefined for a whole plan and a clinician's place. */
  readonly key?: KeyDescription | undefined;
  readonly map?: MapShape | undefined;
  readonly item?: Shape | undefined;
  /** Whether a single value can stand there. */
  readonly scalar: boolean;
}

class FormatMap implements MapShape {
  readonly #shapes = new Map<string, Shape | undefined>();

  constructor(readonly name: MapName) {}

  get keys(): readonly KeyDescription[] {
    return FORMAT[this.name];
  }

  valueOf(name: string): Shape | undefined {
    if (!this.#shapes.has(name)) {
      const key = this.keys.find((description) => description.name === name);
      this.#shapes.set(name, key && shapeOf(`${this.name}.${name}`, key));
    }
    return this.#shapes.get(name);
  }
}

/** A map from a clinician's short name to something. */
class NamesMap implements MapShape {
  readonly keys: readonly KeyDescription[] = [];

  constructor(readonly name: 'roster' | 'clinician_periods', readonly value: Shape) {}

  valueOf(): Shape {
    return this.value;
  }
}

function shapeOf(name: string, key: KeyDescription): Shape {
  switch (key.value) {
    case 'map':
      return { name, key, map: MAPS_BELOW[name], scalar: false };
    case 'list':
      return { name, key, item: itemOf(name, key, MAPS_BELOW[name]), scalar: false };
    case 'choices':
      return { name, key, item: itemOf(name, key, undefined), scalar: false };
    case 'period':
      return { name, key, map: PERIOD, scalar: true };
    case 'performed_by':
      return { name, key, map: CLINICIAN_PERIODS, item: itemOf(name, key, undefined), scalar: true };
    case 'text':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'choice':
    case 'date':
      return { name, key, scalar: true };
  }
}

/** Only an activity has to be a map; a piece of evidence can also be a path or a link. */
function itemOf(name: string, key: KeyDescription, map: MapShape | undefined): Shape {
  return { name: `${name}[]`, key, map, scalar: map !== ACTIVITY };
}

const PERIOD = new FormatMap('period');
const ACTIVITY = new FormatMap('activity');
const CLINICIAN_PERIODS = new NamesMap('clinician_periods', { name: 'clinician_periods.period', map: PERIOD, scalar: true });

/** By the name of the key's shape: the map that stands there, or in each item of its list. */
const MAPS_BELOW: Readonly<Record<string, MapShape>> = {
  'plan.practice': new FormatMap('practice'),
  'plan.submission': new FormatMap('submission'),
  'plan.medical_home': new FormatMap('medical_home'),
  'plan.apm': new FormatMap('apm'),
  'plan.roster': new NamesMap('roster', { name: 'roster.clinician', map: new FormatMap('clinician'), scalar: false }),
  'plan.activities': ACTIVITY,
  'activity.evidence': new FormatMap('evidence'),
};

/** A whole plan. */
export const PLAN_SHAPE: Shape = { name: 'plan', map: new FormatMap('plan'), scalar: false };
