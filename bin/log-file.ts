import { createWriteStream, existsSync, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';

const mostBytes = 10 * 1024 * 1024;

/** A log that never takes more room than twice ten megabytes: when it is full it becomes `….1`. */
export function openLog(path: string): { write(chunk: Buffer): void; lastLines(): string; close(): void } {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let size = existsSync(path) ? statSync(path).size : 0;
  let stream = open(path);
  let tail = '';
  return {
    write: (chunk) => {
      if (size > mostBytes) {
        stream.end();
        renameSync(path, `${path}.1`);
        [size, stream] = [0, open(path)];
      }
      size += chunk.length;
      stream.write(chunk);
      tail = (tail + chunk.toString('utf8')).slice(-4_000);
    },
    lastLines: () => tail.trim().split('\n').slice(-20).join('\n'),
    close: () => stream.end(),
  };
}

function open(path: string): WriteStream {
  const stream = createWriteStream(path, { flags: 'a', mode: 0o600 });
  // A full disk must not take the supervisor with it.
  stream.on('error', () => {});
  return stream;
}
