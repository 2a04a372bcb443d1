import { test as base } from '@playwright/test';
import { openInstallation, type Installation } from './installation.ts';

export { expect } from '@playwright/test';

type Nothing = Record<never, never>;

/** Playwright's test, in an installation that is started once for each worker; addresses such as '/' are its own. */
export const test = base.extend<Nothing, { installation: Installation }>({
  installation: [
    async ({}, use, { parallelIndex }) => {
      const installation = await openInstallation(parallelIndex);
      await use(installation);
      await installation.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ installation }, use) => use(installation.url),
});
