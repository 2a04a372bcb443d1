import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { endWhenRefused } from './refused.ts';
import { clientAddressOf, originOf } from './web-request.ts';
import { readWebSettings } from './web-settings.ts';

/**
 * The web process: SvelteKit's handler behind a server of our own, which tells it where a request came from and by
 * which address (docs/decisions/0003). It ends at SIGTERM, and when whoever started it is gone.
 */

const headers = { protocol: 'x-web-protocol', host: 'x-web-host', address: 'x-web-address' } as const;
const settings = readWebSettings(process.env);

/** The handler reads these once, when it is loaded. */
Object.assign(process.env, {
  PUBLIC_URL: settings.publicUrl.href.replace(/\/+$/, ''),
  PROTOCOL_HEADER: headers.protocol,
  HOST_HEADER: headers.host,
  ADDRESS_HEADER: headers.address,
  PORT_HEADER: '',
  BODY_SIZE_LIMIT: process.env.BODY_SIZE_LIMIT || '12M',
});

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void | Promise<void>;
const built = new URL('../build/handler.js', import.meta.url).href;
const { handler } = (await import(built).catch(endWhenRefused)) as { handler: Handler };

const server = createServer((request, response) => {
  introduce(request);
  answer(request, response).catch((error: unknown) => fail(response, error));
});

/** Whatever a client sent under these names is overwritten. */
function introduce(request: IncomingMessage): void {
  const { protocol, host } = originOf(request.headers.host, settings.publicUrl);
  const forwardedFor = request.headers['x-forwarded-for'];
  const list = Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor;
  request.headers[headers.protocol] = protocol;
  request.headers[headers.host] = host;
  request.headers[headers.address] = clientAddressOf(request.socket.remoteAddress, list, settings.trusts);
}

const answer = async (request: IncomingMessage, response: ServerResponse) =>
  handler(request, response, () => response.writeHead(404).end());

function fail(response: ServerResponse, error: unknown): void {
  console.error(error);
  if (response.headersSent) response.destroy();
  else response.writeHead(500).end();
}

// Longer than a proxy in front keeps its connections: else it may send a request into one that we just closed.
server.keepAliveTimeout = 75_000;
server.headersTimeout = 80_000;

/** Requests that are being answered get this long. */
const lastSecondsMs = 5_000;
let stopping = false;

function stop(): void {
  if (stopping) return;
  stopping = true;
  server.close(() => process.exit(0));
  // Connections that were busy just now would be kept for a next request.
  setInterval(() => server.closeIdleConnections(), 100);
  setTimeout(() => process.exit(0), lastSecondsMs);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// As if we were asked to stop, so that open streams, which listen for that, end too.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

server.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(settings.port, settings.host);
