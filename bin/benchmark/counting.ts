import { createServer, connect, type Server, type Socket } from 'node:net';

/** What went by since it was last asked: statements that were run, and those among them that only open or close. */
export type Counted = { statements: number; frames: number };

/**
 * Stands between a web process and its database and counts what is asked, by the messages of PostgreSQL's protocol,
 * version 3 (https://www.postgresql.org/docs/18/protocol-message-formats.html): Query and Execute. It changes nothing.
 */
export async function countBetween(
  target: URL,
): Promise<{ port: number; take: () => Counted; close: () => void }> {
  let counted: Counted = { statements: 0, frames: 0 };
  const server: Server = createServer((client) => {
    const base = connect(Number(target.port), target.hostname);
    const reader = messages((type, body) => {
      if (type === 'P') reader.last = body;
      const text = type === 'Q' ? body : type === 'E' ? reader.last : null;
      if (text === null) return;
      counted.statements += 1;
      if (/^(\w*\0)?\s*(begin|start transaction|commit|rollback|select set_config)/i.test(text))
        counted.frames += 1;
    });
    client.on('data', (chunk: Buffer) => reader.read(chunk));
    pair(client, base);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    take: () => {
      const taken = counted;
      counted = { statements: 0, frames: 0 };
      return taken;
    },
    close: () => server.close(),
  };
}

function pair(one: Socket, other: Socket): void {
  one.pipe(other);
  other.pipe(one);
  for (const socket of [one, other]) socket.on('error', () => (one.destroy(), other.destroy()));
}

/** Cuts a stream into messages: a letter, a length of four bytes, a body. The first of a connection has no letter. */
function messages(found: (type: string, body: string) => void) {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  return {
    last: '',
    read(chunk: Buffer): void {
      rest = Buffer.concat([rest, chunk]);
      for (;;) {
        const head = isFirst ? 0 : 1;
        if (rest.length < head + 4) return;
        const end = head + rest.readInt32BE(head);
        if (rest.length < end) return;
        if (!isFirst) found(String.fromCharCode(rest[0]!), rest.toString('utf8', 5, end));
        isFirst = false;
        rest = rest.subarray(end);
      }
    },
  };
}
