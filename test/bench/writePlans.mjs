// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Plans of 1 to 11 activities, a hundred to a folder, with what people get wrong. @param {string} folder @param {number} count */
export function writePlans(folder, count) {
  for (let number = 0; number < count; number++) {
    const subfolder = join(folder, `client-${String(Math.floor(number / 100)).padStart(3, '0')}`);
    mkdirSync(subfolder, { recursive: true });
    writeFileSync(join(subfolder, `plan-${number}.mips.yaml`), plan(number));
  }
}

/** @param {number} number */
function plan(number) {
  const ids = ['IA_EPA_1', 'IA_BE_4', 'IA_CC_2', 'IA_PSPA_7', 'IA_AHE_1', 'IA_BMH_7', 'IA_PM_16', 'IA_EPA_2', 'IA_CC_8', 'IA_BE_6', 'IA_ERP_2'];
  const activities = ids.slice(0, 1 + (number % ids.length)).map((id, index) => `
  # What supports it lies in the folder of the same name.
  - id: ${(number + index) % 40 === 0 ? `${id}0` : id}
    period: 2024-0${1 + (index % 6)}-15/2024-0${5 + (index % 4)}-${(number + index) % 30 === 0 ? '31' : '30'}
    performed_by: ${(number + index) % 25 === 0 ? 3 : 9}
    status: completed
    evidence:
      - note: "Report ${number}-${index} in the quality folder"
      - https://records.example/${number}/${index}`);
  return `# Attestation plan ${number}
performance_year: 2024
practice:
  name: Practice ${number}
  tin: "000${String(number).padStart(6, '0')}"
  clinicians: 12
submission:
  program: traditional
  level: group
special_statuses: [${number % 3 === 0 ? 'small_practice' : ''}]
activities:${activities.join('')}
`;
}
