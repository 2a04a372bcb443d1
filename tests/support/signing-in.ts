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
  // Other mail may come for the same person just now.
  const codeIn = (text: string) => /: (\d{6})\b/.exec(text)?.[1];
  const { text } = await installation.waitForMail(
    address,
    (mail) => installation.mails(address).indexOf(mail) >= before && codeIn(mail.text) !== undefined,
  );
  await hands.write(/code/i, codeIn(text)!);
  await hands.press('Meld je aan');
  await expect(page).toHaveURL(/\/veurne/);
}
