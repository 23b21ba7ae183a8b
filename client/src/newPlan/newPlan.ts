import * as vscode from 'vscode';
import { unsavedPlan } from '../unsavedPlan.ts';
import { likelyYear, planSkeleton, planYears, practiceProblem, type PlanAnswers, type ReportedBy } from './planSkeleton.ts';
import { askForChoice, askForText, BACK, type Answer } from './steps.ts';

/**
 * Asks three questions and opens a plan made of the answers, not saved yet, with the cursor at its first activity.
 * Who gives up finds everything as it was.
 * @param empty the plan to fill in, where there is one that is still empty
 */
export async function newPlan(empty?: unknown): Promise<void> {
  const answers = await askForAnswers();
  if (answers === undefined) return;
  const { text, cursor, fileName } = planSkeleton(answers);
  const document = await documentFor(empty, fileName);
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), document.eol === vscode.EndOfLine.CRLF ? text.replaceAll('\n', '\r\n') : text));
  const place = new vscode.Position(cursor.line, cursor.character);
  editor.selection = new vscode.Selection(place, place);
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
}

async function documentFor(empty: unknown, fileName: string): Promise<vscode.TextDocument> {
  // One that is gone by now is made anew.
  const document = empty instanceof vscode.Uri ? await vscode.workspace.openTextDocument(empty).then(undefined, () => undefined) : undefined;
  return document?.getText().trim() === '' ? document : unsavedPlan(vscode.workspace.workspaceFolders?.[0]?.uri, fileName);
}

const LEVELS: readonly { readonly label: string; readonly description: string; readonly value: ReportedBy }[] = [
  { label: 'Group', description: 'all clinicians who bill under one TIN', value: 'group' },
  { label: 'Individual', description: 'one clinician', value: 'individual' },
  { label: 'Virtual group', description: 'small practices that report together', value: 'virtual_group' },
  { label: 'APM Entity', description: 'the participants of an Alternative Payment Model', value: 'apm_entity' },
];

/** From one question to the next, and back. */
async function askForAnswers(): Promise<PlanAnswers | undefined> {
  let answers: PlanAnswers = { practice: '', year: likelyYear(new Date()), level: 'group' };
  const questions: readonly ((now: PlanAnswers) => Promise<Answer<Partial<PlanAnswers>>>)[] = [
    async ({ practice }) => named('practice', await askForText({
      ...step(1), value: practice, prompt: 'What is the practice called?', placeholder: 'Riverbend Family Medicine', problemOf: practiceProblem,
    })),
    async ({ year }) => named('year', await askForChoice({
      ...step(2), value: year, placeholder: 'For which performance year?', items: planYears().map((value) => ({ label: String(value), value })),
    })),
    async ({ level }) => named('level', await askForChoice({ ...step(3), value: level, placeholder: 'Who reports?', items: LEVELS })),
  ];
  for (let at = 0; at < questions.length;) {
    const answer = await questions[at]?.(answers);
    if (answer === undefined) return undefined;
    if (answer === BACK) at--;
    else {
      answers = { ...answers, ...answer };
      at++;
    }
  }
  return answers;
}

function step(number: number): { readonly title: string; readonly step: number; readonly totalSteps: number } {
  return { title: 'New Attestation Plan', step: number, totalSteps: 3 };
}

function named<K extends keyof PlanAnswers>(key: K, answer: Answer<PlanAnswers[K]>): Answer<Partial<PlanAnswers>> {
  return answer === undefined || answer === BACK ? answer : { [key]: answer };
}
