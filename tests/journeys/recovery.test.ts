import { test as base, expect } from '@playwright/test';
import { openInstallation } from '../support/installation.ts';
import { pointing } from '../support/hands.ts';
import { signIn } from '../support/signing-in.ts';
import { nextWorkingMorning } from '../support/working-day.ts';

// An installation of its own: it is killed.
base(
  'after a SIGKILL of every part it starts again by itself, and what was confirmed is there',
  async ({ browser }) => {
    base.setTimeout(300_000);
    const installation = await openInstallation(9);
    try {
      const page = await (await browser.newContext({ baseURL: installation.url })).newPage();
      const hands = pointing(page);
      await installation.travelTo(nextWorkingMorning());
      await signIn(page, { hands, installation, address: 'karim.feys@veurne.example' });
      const asked: string[] = [];
      for (let time = 1; time <= 3; time++) {
        const question = `Waar staat de gedeelde map van het loket, deel ${time}?`;
        await page.goto('/veurne/vragen/nieuw');
        await hands.write(/^Je vraag/, question);
        await hands.press(/^Stel (je|mijn) vraag/);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(question);
        asked.push(question);
        await installation.kill();
        await installation.start();
      }
      await page.goto('/veurne/vragen?lijst=mijn');
      for (const question of asked) await expect(page.getByRole('link', { name: question })).toBeVisible();
      const health = await (await fetch(`${installation.url}/health`)).json();
      expect(health).toMatchObject({ database: 'up' });
    } finally {
      await installation.close();
    }
  },
);
