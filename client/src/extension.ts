import * as vscode from 'vscode';
import { CarriedPlans } from './carriedPlans.ts';
import { carryOver } from './carryOver.ts';
import { exportQpp } from './export/exportQpp.ts';
import { makeReport } from './export/makeReport.ts';
import { InventoryFeature } from './inventory/inventoryFeature.ts';
import { LanguageServer } from './languageServer.ts';
import { offerInEmptyPlans } from './newPlan/emptyPlan.ts';
import { maskedLog } from './maskedLog.ts';
import { newPlan } from './newPlan/newPlan.ts';
import { PlansFeature } from './plans/plansFeature.ts';
import { ScoreFeature } from './score/scoreFeature.ts';
import { SCORE_VIEW } from './score/scoreView.ts';

export function activate(context: vscode.ExtensionContext): void {
  const log = maskedLog(vscode.window.createOutputChannel('MIPS Plan', { log: true }));
  const server = new LanguageServer(context.asAbsolutePath('dist/server/server.js'), log);
  const carriedPlans = new CarriedPlans();
  const score = new ScoreFeature(context.extensionUri, server);
  context.subscriptions.push(
    log,
    server,
    score,
    carriedPlans,
    new PlansFeature(server, context.workspaceState),
    new InventoryFeature(server),
    vscode.commands.registerCommand('mipsPlan.showScore', () => vscode.commands.executeCommand(`${SCORE_VIEW}.focus`)),
    vscode.commands.registerCommand('mipsPlan.showScoreBeside', () => score.showBeside()),
    vscode.commands.registerCommand('mipsPlan.showScoreAsText', () => score.showAsText()),
    vscode.commands.registerCommand('mipsPlan.newPlan', newPlan),
    offerInEmptyPlans(),
    vscode.commands.registerCommand('mipsPlan.carryOver', (uri?: unknown) => carryOver(server, carriedPlans, uri)),
    vscode.commands.registerCommand('mipsPlan.report', (called: unknown) => makeReport(server, called)),
    vscode.commands.registerCommand('mipsPlan.exportQpp', (called: unknown) => exportQpp(server, called)),
    vscode.commands.registerCommand('mipsPlan.restartServer', () => server.restart()),
    vscode.commands.registerCommand('mipsPlan.showLog', () => log.show()),
  );
  void server.start();
}
