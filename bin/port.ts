import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from '#platform/server/cluster-trouble.ts';
import { WrongSetting } from '../src/web-settings.ts';
import { Told } from './terminal.ts';

/** Makes sure that nobody listens there yet. Throws Told, or WrongSetting. */
export function checkPort({ port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((done, fail) => {
    const server = createServer().on('error', (error) => fail(refusal(error, { port, host })));
    server.listen({ port, host, exclusive: true }, () => server.close(() => done()));
  });
}

function refusal(error: Error, { port, host }: { port: number; host: string }): Error {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') return new Told('start_port_taken', { port, other: port + 1 });
  if (code === 'EACCES') return new WrongSetting('PORT', String(port));
  return code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' ? new WrongSetting('HOST', host) : error;
}

/** Waits until the web process answers anything at all. */
export async function waitForAnswer(
  { port, host }: { port: number; host: string },
  signal: AbortSignal,
): Promise<void> {
  const near =
    host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host;
  while (!signal.aborted) {
    const answer = await fetch(`http://${near}:${port}/health`, { signal, redirect: 'manual' }).catch(
      () => null,
    );
    if (answer) return void (await answer.body?.cancel());
    await pause(50);
  }
}
