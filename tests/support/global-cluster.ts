import type { TestProject } from 'vitest/node';
import { openTestServer, type TestServer } from './cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer;
  }
}

/** Runs once before the tests of a project that need a database; what it gives back runs after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, leave } = await openTestServer();
  project.provide('server', server);
  return leave;
}
