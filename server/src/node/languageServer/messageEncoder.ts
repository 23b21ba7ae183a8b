import type { Message, NotificationMessage, PublishDiagnosticsParams, StreamMessageWriter } from 'vscode-languageserver/node';
import type { PlanScore } from '../../score/fileScore.ts';
import { SCORE_CHANGED_NOTIFICATION, type ScoreChangedParams } from '../../protocol/protocol.ts';

type ContentTypeEncoder = NonNullable<Exclude<ConstructorParameters<typeof StreamMessageWriter>[1], string | undefined>['contentTypeEncoder']>;

/**
 * Messages as JSON. After each key findings and score go to the client whole, and nearly all of a long plan's are the
 * objects that went before: of these the JSON is kept, in ASCII, which is sent in a fifth of the time (one character beyond
 * ASCII makes a text twice as long). It is written piece by piece: a text of all of them, of megabytes, would be garbage at once.
 *
 * That is right because a diagnostic and an activity's score never change: where anything about one is another,
 * `features/diagnostics.ts` and `score/planScore.ts` make a new object. `test/reliability/editedAnalysis.test.ts` compares
 * those that they keep over random edits with new ones.
 */
export const messageEncoder: ContentTypeEncoder = {
  name: 'application/json',
  encode: (message) => {
    const pieces = piecesOf(message);
    return Promise.resolve(pieces === undefined ? Buffer.from(JSON.stringify(message)) : together(pieces));
  },
};

/** A piece of JSON, of ASCII characters alone. */
type Ascii = string;

function together(pieces: readonly Ascii[]): Buffer {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  const buffer = Buffer.allocUnsafe(length);
  let offset = 0;
  for (const piece of pieces) offset += buffer.write(piece, offset, 'latin1');
  return buffer;
}

interface Notification<P> extends NotificationMessage {
  readonly params: P & object;
}

/** In their order; undefined for a message of which nothing is kept. */
function piecesOf(message: Message): readonly Ascii[] | undefined {
  switch ((message as Partial<NotificationMessage>).method) {
    case 'textDocument/publishDiagnostics':
      return ofFindings(message as Notification<PublishDiagnosticsParams>);
    case SCORE_CHANGED_NOTIFICATION:
      return ofScore(message as Notification<ScoreChangedParams>);
    default:
      return undefined;
  }
}

function ofFindings({ params: { diagnostics, ...params }, ...message }: Notification<PublishDiagnosticsParams>): readonly Ascii[] {
  return objectWith(message, 'params', objectWith(params, 'diagnostics', listOf(diagnostics)));
}

function ofScore({ params: { score: { plans, ...score }, ...params }, ...message }: Notification<ScoreChangedParams>): readonly Ascii[] {
  return objectWith(message, 'params', objectWith(params, 'score', objectWith(score, 'plans', listOf(plans, planOf))));
}

function planOf({ activities, ...plan }: PlanScore): readonly Ascii[] {
  return objectWith(plan, 'activities', listOf(activities));
}

/** @param rest has a member at least */
function objectWith(rest: object, name: string, value: readonly Ascii[]): readonly Ascii[] {
  return [`${written(rest).slice(0, -1)},"${name}":`, ...value, '}'];
}

const KEPT = new WeakMap<object, Ascii>();

function listOf<T extends object>(items: readonly T[], piecesOfItem?: (item: T) => readonly Ascii[]): readonly Ascii[] {
  const pieces: Ascii[] = ['['];
  for (const [index, item] of items.entries()) {
    if (index > 0) pieces.push(',');
    if (piecesOfItem === undefined) pieces.push(keptOf(item));
    else for (const piece of piecesOfItem(item)) pieces.push(piece);
  }
  pieces.push(']');
  return pieces;
}

function keptOf(item: object): Ascii {
  let ascii = KEPT.get(item);
  if (ascii === undefined) {
    ascii = written(item);
    KEPT.set(item, ascii);
  }
  return ascii;
}

function written(value: object): Ascii {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
