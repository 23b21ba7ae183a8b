import { counterpartIn } from '../../inventory/counterpart.ts';
import type { InventoryActivity, SuccessorRelation } from '../../inventory/inventory.ts';
import type { Activity } from '../../plan/model.ts';
import type { ActivityJudgement } from '../../score/judgement.ts';
import type { CarriedPlan } from './carriedPlan.ts';
import { toDecide } from './changes.ts';
import { carryEvidence } from './carryEvidence.ts';
import { carryPeriods } from './carryPeriods.ts';
import { dateInWords } from '../../text/dateInWords.ts';

/**
 * The activities of a plan in another year: ids that CMS renumbered are replaced; what CMS no longer lists, or what
 * cannot be attested again yet, is kept as `dropped` under a comment that says why; dates move; statuses begin anew.
 */
export function carryActivities(plan: CarriedPlan): void {
  const { judgements } = plan.result;
  const listed = judgements.filter(({ dropped, known }) => !dropped && known?.years.includes(plan.to) === true);
  const taken = new Set(listed.map(({ known }) => known?.id));
  judgements.forEach((judgement, index) => new CarriedActivity(plan, judgement, index, taken).carry());
  carryEvidence(plan);
}

class CarriedActivity {
  readonly #plan: CarriedPlan;
  readonly #judgement: ActivityJudgement;
  readonly #activity: Activity;
  readonly #index: number;
  /** Ids that the plan has in the year that it goes to. */
  readonly #taken: Set<string | undefined>;
  #dropped = false;

  constructor(plan: CarriedPlan, judgement: ActivityJudgement, index: number, taken: Set<string | undefined>) {
    this.#plan = plan;
    this.#judgement = judgement;
    this.#activity = judgement.activity;
    this.#index = index;
    this.#taken = taken;
  }

  carry(): void {
    // The same activity once more, by its alias: it follows.
    if (this.#activity.node.origin !== undefined && this.#judgement.first !== undefined) return;
    const carried = this.#carryId();
    if (this.#judgement.dropped) return;
    if (carried !== undefined) {
      this.#sayWhatChanged(carried);
      this.#heedRepeatLimit(carried);
    }
    carryPeriods(this.#plan, { index: this.#index, judgement: this.#judgement, carried: carried ?? this.#judgement.known });
    if (!this.#dropped) this.#beginAnew();
  }

  get #at(): number {
    return this.#activity.extent.start;
  }

  get #id(): string | undefined {
    return this.#activity.id.value?.value;
  }

  /** The activity in the year that it goes to. */
  #carryId(): InventoryActivity | undefined {
    const { to, changes, result: { facts: { inventory } } } = this.#plan;
    const { known } = this.#judgement;
    if (this.#id === undefined) return undefined;
    if (known === undefined) {
      changes.decide(this.#at, `${this.#id} is no activity of CMS’s and was left as it is.`);
      return undefined;
    }
    if (known.years.includes(to)) return known;
    const counterpart = counterpartIn(inventory, known.id, to);
    if (counterpart?.relation !== 'renumbered') {
      this.#drop(`${known.id}: ${this.#whatHappened(known)}${hint(counterpart?.id, counterpart?.relation)}`);
      return undefined;
    }
    if (!this.#judgement.dropped && this.#taken.has(counterpart.id)) {
      this.#drop(`${known.id} has the id ${counterpart.id} in ${to}, which the plan has already.`);
      return undefined;
    }
    this.#renumber(counterpart.id);
    return inventory.activity(counterpart.id);
  }

  #renumber(id: string): void {
    const { changes, to } = this.#plan;
    const value = this.#activity.id.value;
    if (!this.#judgement.dropped) this.#taken.add(id);
    if (value !== undefined && value.origin === undefined) {
      const written = changes.source.text.slice(value.span.start, value.span.end);
      changes.replace(value.span, /^["']/.test(written) ? `${written.charAt(0)}${id}${written.charAt(0)}` : id);
    }
    changes.done(this.#at, `${this.#id} is ${id} in ${to}: the same activity with another id.`);
    this.#expect((after) => after.id.value?.value === id, 'id', id, `${this.#id} should be ${id} in ${to}.`);
  }

  #whatHappened(known: InventoryActivity): string {
    const { to } = this.#plan;
    const last = known.years.findLast((year) => year < to);
    if (known.successor !== null) return known.successor.note;
    return last === undefined ? `CMS does not list it in ${to}.` : `CMS lists it up to ${last}, and not in ${to}.`;
  }

  #sayWhatChanged(carried: InventoryActivity): void {
    const { from, to, changes, result: { facts } } = this.#plan;
    const years = Array.from({ length: to - from }, (_, index) => from + 1 + index);
    if (years.some((year) => carried.changedIn(year).text)) this.#decide(`CMS changed the text of ${carried.id} since ${from}: read it again.`);
    const [before, after] = [this.#judgement.weight, carried.weightIn(to)];
    if (before !== null && after !== null && before !== after) changes.done(this.#at, `${carried.id} is ${after}-weighted in ${to}; it was ${before}-weighted in ${from}.`);
    const suspended = carried.suspendedIn(to);
    if (suspended !== null) this.#decide(`CMS suspended ${carried.id} on ${dateInWords(suspended)}: it counts only if it was under way or completed by then.`);
    const { mvp } = facts;
    if (mvp?.years.includes(to) === true && !mvp.activitiesIn(to).has(carried.id)) this.#decide(`${carried.id} is not among the activities of ${mvp.id} in ${to}.`);
  }

  /** The plan's own year is the last one that counts, if the activity earned credit in it. */
  #heedRepeatLimit(carried: InventoryActivity): void {
    const { from, to } = this.#plan;
    const limit = carried.repeatYearsIn(to);
    const before = this.#activity.lastAttested.value?.value;
    const last = limit !== null && this.#judgement.credited ? from : before;
    if (last === undefined) return;
    if (last !== before) this.#write('last_attested', String(last));
    this.#expect((after) => after.lastAttested.value?.value === last, 'last_attested', String(last), `\`last_attested\` of ${carried.id} should be ${last}.`);
    if (limit === null) return;
    const source = last === from ? ` This plan has it in ${from}${before === undefined ? '' : ` (before: ${before})`}; if it was not attested then, put that right.` : '';
    if (to - last < limit) this.#drop(`${carried.id} can be attested once in ${limit} years: again in ${last + limit}.${source}`);
    else if (last !== before) this.#decide(`${carried.id} can be attested once in ${limit} years.${source}`);
  }

  #beginAnew(): void {
    const status = this.#activity.status.value;
    const isBegun = status !== undefined && status.value !== 'planned';
    if (isBegun && status.origin === undefined) this.#write('status', 'planned');
    // Also where there is none: one can come through a merge key.
    this.#expect((after) => ['planned', undefined].includes(after.status.value?.value), 'status', 'planned', `The status of ${this.#id ?? 'this activity'} should be \`planned\`.`);
  }

  #drop(message: string): void {
    if (this.#judgement.dropped) return this.#plan.changes.done(this.#at, `Stays dropped. ${message}`);
    this.#dropped = true;
    this.#decide(message);
    if (this.#activity.status.value?.origin === undefined) this.#write('status', 'dropped');
    this.#expect((after) => after.status.value?.value === 'dropped', 'status', 'dropped', `The status should be \`dropped\`. ${message}`);
  }

  #decide(message: string): void {
    const { changes, to, result } = this.#plan;
    changes.decide(this.#at, message);
    if (this.#activity.node.origin === undefined) changes.comment(this.#at, [toDecide(to, message)], result.plan.firstKey.span.start);
  }

  #write(key: string, value: string): void {
    if (this.#activity.node.origin === undefined) this.#plan.changes.write(this.#activity.node, key, value, this.#plan.style, 'id');
  }

  #expect(isSo: (after: Activity) => boolean, key: string, value: string, complaint: string): void {
    this.#plan.expectations.push({ activity: this.#index, isSo, otherwise: () => this.#write(key, value), complaint });
  }
}

/** What else might do. Only `renumbered` is the same activity; the others have to be read first. */
function hint(id: string | undefined, relation: SuccessorRelation | undefined): string {
  if (id === undefined) return '';
  return relation === 'similar' ? ` The closest text is that of ${id}; CMS names no successor.` : ` ${id} may take its place: read its text first.`;
}
