import { planFormatPage } from '../planFormat/formatPage.ts';
import { findingPages } from './pages.ts';
import { withFindingSettings } from './settings.ts';

/** Where the pages are; every file of that folder is made from the catalogue. */
export const PAGES_FOLDER = 'docs/findings';

/**
 * All that is made from the tables of findings and of the plan format: path from the repository's root → text.
 * @param packageJson what stands in package.json now
 */
export function generatedFiles(packageJson: string): ReadonlyMap<string, string> {
  const pages = [...findingPages()].map(([name, text]) => [`${PAGES_FOLDER}/${name}`, text] as const);
  return new Map([...pages, ['docs/plan-format.md', planFormatPage()], ['package.json', withFindingSettings(packageJson)]]);
}
