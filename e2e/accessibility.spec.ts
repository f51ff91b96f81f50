import { expect, type Page, test } from '@playwright/test';
import { pictureIsReady } from './panes';
import { openDemo } from './steps';
import { violations } from './violations';

test.describe.configure({ timeout: 300_000 });

async function lookEverywhere(page: Page): Promise<string[]> {
  const found: string[] = [];
  const look = async (where: string) => {
    found.push(...(await violations(page, where)));
  };
  const goTo = (hash: string) => page.evaluate((target) => window.location.assign(target), hash);
  await goTo('#/');
  await look('start');
  await goTo('#/cohort');
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await look(`cohort, ${await tab.textContent()}`);
  }
  await goTo('#/files');
  await look('files');
  await goTo('#/case/DEMO-003?model=region-trained&view=errors&layout=axial');
  await pictureIsReady(page);
  for (const tab of await page.locator('.case-side').getByRole('tab').all()) {
    await tab.click();
    await look(`case, ${await tab.textContent()}`);
  }
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('k');
  await look('a scene');
  await goTo('#/present/1');
  await pictureIsReady(page);
  await look('presentation');
  await page.keyboard.press('Escape');
  await pictureIsReady(page);
  await page.keyboard.press('?');
  await look('help');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await look('palette');
  await page.keyboard.press('Escape');
  await page.locator('.header-right button').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('scheme');
  await page.keyboard.press('Escape');
  return found;
}

for (const [language, colorScheme] of [
  ['en', 'dark'],
  ['zh', 'light'],
] as const) {
  test(`axe finds nothing on any screen, ${language}, ${colorScheme}`, async ({ page }) => {
    await openDemo(page);
    if (colorScheme === 'light')
      await page.getByRole('button', { name: 'Switch between dark and light' }).click();
    if (language === 'zh') await page.getByRole('button', { name: 'Switch to 中文' }).click();
    expect(await lookEverywhere(page)).toEqual([]);
  });
}

test('reaches list, picture tools, profile and numbers of a case by keyboard alone', async ({ page }) => {
  await openDemo(page);
  await page.goto('/#/case/DEMO-003?model=region-trained&view=errors&layout=axial');
  await pictureIsReady(page);
  const reached = new Set<string>();
  for (let presses = 0; presses < 90; presses++) {
    await page.keyboard.press('Tab');
    reached.add(
      await page.evaluate(() => {
        const { activeElement } = document;
        const part = activeElement?.closest(
          'header, .case-list, .view-bar, .legend, .profile-strip, .case-side',
        );
        return part?.className || part?.tagName || '';
      }),
    );
  }
  for (const part of ['header', 'case-list', 'view-bar', 'legend', 'profile-strip', 'case-side']) {
    expect(
      [...reached].some((name) => name.includes(part)),
      part,
    ).toBe(true);
  }
});
