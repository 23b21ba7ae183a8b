import { capitalised } from '../text/capitalised.ts';
import { subcategoryLabels } from './tables.ts';

/** What people call a subcategory: "Behavioral and Mental Health" for `behavioralAndMentalHealth`. IA_PCMH has none. */
export function subcategoryLabel(subcategory: string | null): string {
  if (subcategory === null) return 'No subcategory';
  return Object.hasOwn(subcategoryLabels, subcategory) ? (subcategoryLabels[subcategory] as string) : spelledOut(subcategory);
}

/** For subcategories that CMS made after the tables. */
function spelledOut(subcategory: string): string {
  return capitalised(subcategory.replace(/([a-z])(?=[A-Z])/g, '$1 '));
}
