import { CATALOGUE } from '../../server/src/findings/catalogue.ts';
import { FINDING_CODES } from '../../server/src/findings/finding.ts';
import { severityInWords } from './pages.ts';

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: Record<string, object> } };
}

const SETTING = 'mipsPlan.findings';
const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];

/**
 * package.json with the schema of `mipsPlan.findings`, so that the settings editor completes codes and levels.
 * Everything else in it stays as it is.
 */
export function withFindingSettings(packageJson: string): string {
  const manifest = JSON.parse(packageJson) as Manifest;
  const { properties } = manifest.contributes.configuration;
  properties[SETTING] = { ...properties[SETTING], properties: Object.fromEntries(FINDING_CODES.map(codeSetting)), additionalProperties: false };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function codeSetting(code: (typeof FINDING_CODES)[number]): [string, object] {
  const { severity, summary } = CATALOGUE[code];
  return [code, { type: 'string', enum: LEVELS, default: severity, description: `${summary} Severity: ${severityInWords(code)}.` }];
}
