import { CompletionItemKind } from 'vscode-languageserver-types';
import type { PlanResult } from '../../score/planResult.ts';
import { clinicianThreshold } from '../../score/participation.ts';
import { SHORT_NAME_TO_QUOTE } from '../../plan/format.ts';
import type { RosterClinician } from '../../plan/model.ts';
import { asShown } from '../../text/asShown.ts';
import type { Offer } from './offer.ts';

/** Short names of the roster that are not listed yet. */
export function nameOffers(plan: PlanResult | undefined, listed: ReadonlySet<string>): readonly Offer[] {
  const roster = plan?.plan.roster.value?.value ?? [];
  return roster.filter(({ shortName }) => !listed.has(shortName.value)).map(nameOffer);
}

function nameOffer({ shortName, name }: RosterClinician): Offer {
  const fullName = name.value === undefined ? undefined : asShown(name.value.value);
  return {
    label: shortName.value,
    newText: SHORT_NAME_TO_QUOTE.test(shortName.value) ? `"${shortName.value}"` : undefined,
    kind: CompletionItemKind.Variable,
    title: fullName,
    words: fullName,
  };
}

/** Who performed an activity, in figures: everybody, and the least that earns credit. */
export function participationOffers(plan: PlanResult | undefined): readonly Offer[] {
  const facts = plan?.facts;
  const size = facts?.clinicians;
  const needed = facts === undefined ? undefined : clinicianThreshold(facts);
  const ofAll = size === undefined ? '' : ` of ${size}`;
  const offers: Offer[] = [
    { label: 'all', kind: CompletionItemKind.EnumMember, title: size === undefined ? undefined : `${size}${ofAll}`, detail: 'Every clinician of the entity' },
  ];
  if (needed !== undefined && needed > 0) {
    offers.push({ label: String(needed), kind: CompletionItemKind.Value, title: `${needed}${ofAll}`, detail: 'The fewest clinicians that earn credit', unquoted: true });
  }
  if (facts?.rules?.participation.value !== 'one') {
    offers.push({ label: '50%', kind: CompletionItemKind.Value, detail: 'Half of the clinicians, the least that earns credit' });
  }
  if (facts?.roster !== undefined) {
    offers.push({ label: '[…]', newText: '[]', snippet: '[$1]', kind: CompletionItemKind.Value, detail: 'Names of the roster', continues: true, unquoted: true });
  }
  return offers;
}
