import type { Workbench } from '../vscode/harness/workbench.ts';

/** Answers the three questions for a new plan, as they come. */
export async function answerQuestions({ page }: Workbench, practice: string, year: string, level: string): Promise<void> {
  const question = page.locator('.quick-input-widget:visible');
  await question.getByText('New Attestation Plan (1/3)').waitFor();
  await question.locator('.quick-input-box input').fill(practice);
  await page.keyboard.press('Enter');
  await question.getByText('New Attestation Plan (2/3)').waitFor();
  await question.locator('.monaco-list-row', { hasText: year }).click();
  await question.getByText('New Attestation Plan (3/3)').waitFor();
  await question.locator('.monaco-list-row', { hasText: level }).first().click();
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
