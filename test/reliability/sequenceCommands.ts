import fc from 'fast-check';
import { CancellationTokenSource, LSPErrorCodes, ResponseError, type Diagnostic } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect } from 'vitest';
import { METHODS, REQUESTS, type Asked, type RequestMethod } from './requests.ts';
import { answerOf, comparable, pullUntilTold, withFresh, type Driven, type Model } from './sequenceModel.ts';

type SequenceCommand = fc.AsyncCommand<Model, Driven>;

/** No files: what is looked up on a disk may come late, which has its own tests. */
const URIS = ['untitled:north.mips.yaml', 'untitled:south.mips.yaml'] as const;

/**
 * What an editor may do, in any order. After each step that asks for something the answer is that of a fresh server
 * which was given the same text.
 * @param texts of which documents are made
 */
export function commandsOf(texts: readonly string[]): fc.Arbitrary<SequenceCommand>[] {
  const uri = fc.constantFrom(...URIS);
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('', 'x', ' ', '\n', '\r\n', ':', '- ', '"', '{', ']', '#', '&a ', '*a', '😀', '  - id: IA_BE_4\n', '---\n', '    period: 2024-02-01/2024-06-30\n') },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 80 })).map(([text, at, length]) => text.slice(at % text.length).slice(0, length)) },
  );
  const place = fc.tuple(fc.nat(), fc.nat());
  return [
    // Twice: most of the rest can only be done where something is open.
    ...twice(fc.tuple(uri, fc.constantFrom(...texts)).map(([at, text]) => new Open(at, text))),
    ...twice(fc.tuple(uri, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), piece), { minLength: 1, maxLength: 4 })).map(([at, edits]) => new Edit(at, edits))),
    uri.map((at) => new Close(at)),
    fc.constant(new RenameFile()),
    fc.constantFrom({ asOfDate: '2024-03-01' }, { asOfDate: '2024-12-31' }, { asOfDate: '2024-03-01', findings: { 'activity-surplus': 'off' } }, { asOfDate: '2025-06-30', inlayHints: { enabled: false } }).map((settings) => new ChangeSettings(settings)),
    ...twice(fc.tuple(fc.constantFrom(...METHODS), uri, place).map(([method, at, where]) => new Ask(method, at, where))),
    fc.tuple(fc.constantFrom(...METHODS), uri, place).map(([method, at, where]) => new AskAndCancel(method, at, where)),
    uri.map((at) => new AskForFindings(at)),
    fc.tuple(fc.constantFrom('textDocument/formatting', 'textDocument/codeAction', 'textDocument/rename'), uri, place).map(([method, at, where]) => new AskAndApply(method, at, where)),
  ];
}

function twice<T>(arbitrary: T): T[] {
  return [arbitrary, arbitrary];
}

abstract class OfOpenDocument {
  constructor(protected readonly uri: string) {}

  check({ open }: Readonly<Model>): boolean {
    return open.has(this.uri);
  }
}

class Open implements SequenceCommand {
  constructor(private readonly uri: string, private readonly text: string) {}

  check({ open }: Readonly<Model>): boolean {
    return !open.has(this.uri);
  }

  run(model: Model, { client }: Driven): Promise<void> {
    const version = model.nextVersion;
    model.nextVersion += 1000;
    model.open.set(this.uri, { text: this.text, version });
    client.open(this.uri, this.text, 'mips-plan', version);
    return Promise.resolve();
  }

  toString(): string {
    return `open ${this.uri} ${JSON.stringify(this.text.slice(0, 60))}`;
  }
}

class Edit extends OfOpenDocument implements SequenceCommand {
  constructor(uri: string, private readonly edits: readonly (readonly [at: number, length: number, text: string])[]) {
    super(uri);
  }

  run({ open }: Model, { client }: Driven): Promise<void> {
    const model = open.get(this.uri);
    if (model === undefined) throw new Error('not open');
    for (const [at, length, text] of this.edits) {
      const start = at % (model.text.length + 1);
      client.editAt(this.uri, start, Math.min(length, model.text.length - start), text);
      model.text = client.textOf(this.uri);
      model.version++;
    }
    return Promise.resolve();
  }

  override toString(): string {
    return `edit ${this.uri} ${JSON.stringify(this.edits)}`;
  }
}

class Close extends OfOpenDocument implements SequenceCommand {
  run({ open }: Model, { client, reports }: Driven): Promise<void> {
    open.delete(this.uri);
    reports.delete(this.uri);
    client.close(this.uri);
    return Promise.resolve();
  }

  override toString(): string {
    return `close ${this.uri}`;
  }
}

/** As an editor renames a file: closed here, opened there. */
class RenameFile implements SequenceCommand {
  check({ open }: Readonly<Model>): boolean {
    return open.has(URIS[0]) && !open.has(URIS[1]);
  }

  async run(model: Model, driven: Driven): Promise<void> {
    const { text } = model.open.get(URIS[0]) ?? { text: '' };
    await new Close(URIS[0]).run(model, driven);
    await new Open(URIS[1], text).run(model, driven);
  }

  toString(): string {
    return 'rename the file';
  }
}

class ChangeSettings implements SequenceCommand {
  constructor(private readonly settings: object) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, { client }: Driven): Promise<void> {
    model.settings = this.settings;
    client.notify('workspace/didChangeConfiguration', { settings: { mipsPlan: this.settings } });
    // They are in use once what came before is answered.
    await client.score('untitled:not-open.mips.yaml');
    await client.score('untitled:not-open.mips.yaml');
  }

  toString(): string {
    return `settings ${JSON.stringify(this.settings)}`;
  }
}

class Ask extends OfOpenDocument implements SequenceCommand {
  constructor(protected readonly method: RequestMethod, uri: string, private readonly where: readonly [number, number]) {
    super(uri);
  }

  async run(model: Model, { client, pulls }: Driven): Promise<void> {
    const params = this.params(model);
    const answer = await answerOf(client, this.method, params);
    const expected = await withFresh(model, pulls, (fresh) => answerOf(fresh, this.method, params));
    expect(comparable(answer), this.toString()).toEqual(comparable(expected));
  }

  override toString(): string {
    return `${this.method} ${this.uri} at ${this.where.join()}`;
  }

  protected params({ open }: Model): object {
    const document = TextDocument.create(this.uri, 'mips-plan', 1, open.get(this.uri)?.text ?? '');
    const [start, end] = this.where.map((offset) => document.positionAt(offset % (document.getText().length + 1))).sort((a, b) => a.line - b.line || a.character - b.character) as [Asked['position'], Asked['position']];
    return REQUESTS[this.method]({ uri: this.uri, position: start, range: { start, end } });
  }
}

class AskAndCancel extends Ask implements SequenceCommand {
  override async run(model: Model, { client }: Driven): Promise<void> {
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(this.method, this.params(model), source.token).catch((error: unknown) => {
      if (!(error instanceof ResponseError)) throw error;
      expect([LSPErrorCodes.RequestCancelled, LSPErrorCodes.RequestFailed]).toContain(error.code);
    });
    source.cancel();
    await answer;
  }

  override toString(): string {
    return `${super.toString()}, cancelled`;
  }
}

class AskForFindings extends OfOpenDocument implements SequenceCommand {
  async run(model: Model, driven: Driven): Promise<void> {
    const items = await this.findings(driven);
    const expected = await withFresh(model, driven.pulls, async (client) => this.findings({ client, pulls: driven.pulls, reports: new Map() }));
    expect(comparable(items), this.toString()).toEqual(comparable(expected));
  }

  override toString(): string {
    return `findings of ${this.uri}`;
  }

  private async findings({ client, pulls, reports }: Driven): Promise<readonly Diagnostic[]> {
    const { score } = await client.scoreSent(this.uri);
    expect(score).toEqual(await client.score(this.uri));
    if (!pulls) return (await client.pushed(this.uri)).diagnostics;
    const before = reports.get(this.uri);
    const report = await pullUntilTold(client, this.uri, before?.resultId);
    const items = report.kind === 'full' ? report.items : (before?.items ?? []);
    reports.set(this.uri, { resultId: report.resultId, items });
    return items;
  }
}

/** Applies the first edit that is offered, in the editor. */
class AskAndApply extends OfOpenDocument implements SequenceCommand {
  readonly #ask: AskParams;

  constructor(private readonly method: 'textDocument/formatting' | 'textDocument/codeAction' | 'textDocument/rename', uri: string, where: readonly [number, number]) {
    super(uri);
    this.#ask = new AskParams(method, uri, where);
  }

  async run(model: Model, driven: Driven): Promise<void> {
    const { client } = driven;
    const answer = await answerOf(client, this.method, this.#ask.paramsOf(model));
    const edits = textEditsIn(answer);
    const document = TextDocument.create(this.uri, 'mips-plan', 1, client.textOf(this.uri));
    const inOrder = edits.map(({ range, newText }) => [document.offsetAt(range.start), document.offsetAt(range.end) - document.offsetAt(range.start), newText] as const).sort((a, b) => b[0] - a[0]);
    if (inOrder.length > 0) await new Edit(this.uri, inOrder).run(model, driven);
  }

  override toString(): string {
    return `${this.#ask.toString()}, applied`;
  }
}

class AskParams extends Ask {
  paramsOf(model: Model): object {
    return this.params(model);
  }
}

interface TextEditLike {
  readonly range: { readonly start: Asked['position']; readonly end: Asked['position'] };
  readonly newText: string;
}

/** Those of the first thing in an answer that has some. */
function textEditsIn(answer: unknown): readonly TextEditLike[] {
  if (Array.isArray(answer)) {
    if (answer.every((one) => typeof (one as TextEditLike | null)?.newText === 'string')) return answer as TextEditLike[];
    return answer.map(textEditsIn).find((edits) => edits.length > 0) ?? [];
  }
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.values(answer).map(textEditsIn).find((edits) => edits.length > 0) ?? [];
}
