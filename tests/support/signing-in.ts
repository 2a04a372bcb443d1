import { expect, type Page } from '@playwright/test';
import type { Hands } from './hands.ts';
import type { Installation } from './installation.ts';

/** Signs in as people do: an address, a mail, the code in it. */
export async function signIn(
  page: Page,
  { hands, installation, address }: { hands: Hands; installation: Installation; address: string },
): Promise<void> {
  const before = installation.mails(address).length;
  await page.goto('/aanmelden');
  await hands.write('Je e-mailadres op het werk', address);
  await hands.press('Stuur me een mail');
  await expect(page).toHaveURL(/\/aanmelden\/code/);
  await installation.waitForMail(address, (mail) => installation.mails(address).indexOf(mail) >= before);
  const code = installation
    .mails(address)
    .at(-1)!
    .text.match(/: (\d{6})\b/)![1]!;
  await hands.write(/code/i, code);
  await hands.press('Meld je aan');
  await expect(page).toHaveURL(/\/veurne/);
}
