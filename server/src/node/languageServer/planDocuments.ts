import { URI } from 'vscode-uri';
import type { DidChangeTextDocumentParams, TextDocumentItem } from 'vscode-languageserver/node';
import { PLAN_FILE_ENDING } from '../../plan/fileName.ts';
import { EvidenceFiles } from './evidenceFiles.ts';
import { FileLookUps } from './fileLookUps.ts';
import { PlanDocument } from './planDocument.ts';

const LANGUAGE_ID = 'mips-plan';

/** The plans that are open in the client. Documents of other kinds are not kept. */
export class PlanDocuments implements Iterable<PlanDocument> {
  readonly #open = new Map<string, PlanDocument>();
  readonly lookUps = new FileLookUps();

  get(uri: string): PlanDocument | undefined {
    return this.#open.get(uri);
  }

  isOpen(document: PlanDocument): boolean {
    return this.#open.get(document.uri) === document;
  }

  [Symbol.iterator](): Iterator<PlanDocument> {
    return this.#open.values();
  }

  /**
   * Undefined where the document is no plan.
   * @throws Error where it has no text: a document that was open stays as it was
   */
  open(item: TextDocumentItem): PlanDocument | undefined {
    // A client that knows the language by another name still means a plan by the file's name.
    if (item.languageId !== LANGUAGE_ID && !PLAN_FILE_ENDING.test(item.uri)) return undefined;
    if (typeof item.text !== 'string') throw new Error(`${item.uri} has no text`);
    const uri = URI.parse(item.uri);
    const evidence = uri.scheme === 'file' ? new EvidenceFiles(uri.fsPath, this.lookUps.exists) : undefined;
    const document = new PlanDocument(item, evidence);
    this.#open.set(item.uri, document);
    return document;
  }

  /** Undefined where the document is no plan. */
  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): PlanDocument | undefined {
    const document = this.#open.get(textDocument.uri);
    document?.update(contentChanges, textDocument.version);
    return document;
  }

  /** Whether there was such a plan. */
  close(uri: string): boolean {
    return this.#open.delete(uri);
  }

  closeAll(): void {
    this.#open.clear();
  }
}
