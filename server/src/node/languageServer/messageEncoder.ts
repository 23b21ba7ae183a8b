import type { Message, NotificationMessage, PublishDiagnosticsParams, StreamMessageWriter } from 'vscode-languageserver/node';
import type { PlanScore } from '../../score/fileScore.ts';
import { SCORE_CHANGED_NOTIFICATION, type ScoreChangedParams } from '../../protocol/protocol.ts';

type ContentTypeEncoder = NonNullable<Exclude<ConstructorParameters<typeof StreamMessageWriter>[1], string | undefined>['contentTypeEncoder']>;

/**
 * Messages as JSON. After each key findings and score go to the client whole, and nearly all of a long plan's are the
 * objects that went before: of these the JSON is kept, in ASCII, which is put together and sent in a fifth of the time
 * (one character beyond ASCII makes the whole text twice as long).
 *
 * That is right because a diagnostic and an activity's score never change: where anything about one is another,
 * `features/diagnostics.ts` and `score/planScore.ts` make a new object. `test/reliability/editedAnalysis.test.ts` compares
 * those that they keep over random edits with new ones.
 */
export const messageEncoder: ContentTypeEncoder = {
  name: 'application/json',
  encode: (message) => {
    const ascii = asciiOf(message);
    return Promise.resolve(ascii === undefined ? Buffer.from(JSON.stringify(message)) : Buffer.from(ascii, 'latin1'));
  },
};

/** JSON of ASCII characters alone. */
type Ascii = string;

interface Notification<P> extends NotificationMessage {
  readonly params: P & object;
}

/** Undefined for a message of which nothing is kept. */
function asciiOf(message: Message): Ascii | undefined {
  switch ((message as Partial<NotificationMessage>).method) {
    case 'textDocument/publishDiagnostics':
      return ofFindings(message as Notification<PublishDiagnosticsParams>);
    case SCORE_CHANGED_NOTIFICATION:
      return ofScore(message as Notification<ScoreChangedParams>);
    default:
      return undefined;
  }
}

function ofFindings({ params: { diagnostics, ...params }, ...message }: Notification<PublishDiagnosticsParams>): Ascii {
  return objectWith(message, 'params', objectWith(params, 'diagnostics', listOf(diagnostics)));
}

function ofScore({ params: { score: { plans, ...score }, ...params }, ...message }: Notification<ScoreChangedParams>): Ascii {
  return objectWith(message, 'params', objectWith(params, 'score', objectWith(score, 'plans', `[${plans.map(planOf).join(',')}]`)));
}

function planOf({ activities, ...plan }: PlanScore): Ascii {
  return objectWith(plan, 'activities', listOf(activities));
}

/** @param rest has a member at least */
function objectWith(rest: object, name: string, value: Ascii): Ascii {
  return `${written(rest).slice(0, -1)},"${name}":${value}}`;
}

const KEPT = new WeakMap<object, Ascii>();

function listOf(items: readonly object[]): Ascii {
  return `[${items.map(keptOf).join(',')}]`;
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
