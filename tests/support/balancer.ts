import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Balancer = {
  /** Without a slash at the end. */
  url: string;
  /** How many streams of server-sent events each signed-in browser has open now; browsers without any are left out. */
  streams(): number[];
  close(): Promise<void>;
};

/**
 * A reverse proxy in front of web processes, as in a server room: each request goes to the next of them, and past one
 * that does not take connections. What it counts, it counts on the side of the server.
 */
export async function openBalancer(targets: readonly string[]): Promise<Balancer> {
  const open = new Map<string, number>();
  let next = 0;

  const server = createServer((asked, answer) => {
    const parts: Buffer[] = [];
    asked.on('data', (part: Buffer) => parts.push(part));
    asked.on('end', () => forward({ asked, answer, body: Buffer.concat(parts), turn: next++ }, 0));
  });

  type Exchange = { asked: IncomingMessage; answer: ServerResponse; body: Buffer; turn: number };

  function forward(exchange: Exchange, refused: number): void {
    const { asked, answer, body, turn } = exchange;
    const target = new URL(asked.url!, targets[(turn + refused) % targets.length]);
    // No connection is kept: one to a process that was killed would take a request with it.
    const passed = request(target, { method: asked.method, headers: asked.headers, agent: false });
    passed.on('response', (answered) => passOn(answered, exchange));
    passed.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && refused + 1 < targets.length)
        return forward(exchange, refused + 1);
      if (answer.headersSent) answer.destroy();
      else answer.writeHead(502).end();
    });
    answer.on('close', () => passed.destroy());
    passed.end(body);
  }

  function passOn(answered: IncomingMessage, { asked, answer }: Exchange): void {
    if (answered.headers['content-type'] === 'text/event-stream') count(asked.headers.cookie ?? '', answer);
    answer.writeHead(answered.statusCode!, answered.headers);
    answered.on('error', () => answer.destroy());
    answered.pipe(answer);
  }

  function count(browser: string, answer: ServerResponse): void {
    open.set(browser, (open.get(browser) ?? 0) + 1);
    answer.once('close', () => open.set(browser, open.get(browser)! - 1));
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    streams: () => [...open.values()].filter((streams) => streams > 0),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
