import {
  IPCMessageReader, IPCMessageWriter, StreamMessageReader, StreamMessageWriter, type MessageReader, type MessageWriter,
} from 'vscode-languageserver/node';
import { messageEncoder } from './messageEncoder.ts';

/** How the client's messages come and go. */
export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Calls back when the client's end is gone; maybe more than once. */
  readonly onGone: (listener: () => void) => void;
}

/** The transport that the command line names; undefined where it names none. */
export function transportOf(process: NodeJS.Process): Transport | undefined {
  if (process.argv.includes('--stdio')) return overStandardStreams(process);
  if (process.argv.includes('--node-ipc') && process.send !== undefined) {
    return {
      reader: new IPCMessageReader(process),
      writer: new IPCMessageWriter(process),
      onGone: (listener) => process.on('disconnect', listener),
    };
  }
  return undefined;
}

function overStandardStreams({ stdin, stdout }: NodeJS.Process): Transport {
  return {
    reader: new StreamMessageReader(stdin),
    writer: new StreamMessageWriter(stdout, { contentTypeEncoder: messageEncoder }),
    onGone: (listener) => {
      stdin.on('end', listener).on('close', listener);
      stdout.on('error', listener).on('close', listener);
    },
  };
}
