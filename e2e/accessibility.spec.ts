import { expect, type Locator, type Page } from '@playwright/test';
import { pictureIsReady } from './panes';
import { test } from './sharedPages';
import { openDemo } from './steps';
import { violations } from './violations';

test.describe.configure({ timeout: 300_000 });

/** What words and colours can break; the rest is the same in every language and theme. */
const rulesOfWordsAndColors = [
  'aria-input-field-name',
  'aria-toggle-field-name',
  'button-name',
  'color-contrast',
  'html-has-lang',
  'html-lang-valid',
  'image-alt',
  'label',
  'link-name',
  'valid-lang',
];

async function lookEverywhere(page: Page, rules?: string[]): Promise<string[]> {
  const found: string[] = [];
  const look = async (where: string, within?: string) => {
    found.push(...(await violations(page, where, { within, rules })));
  };
  // Beside the first panel the rest of the page is looked at, beside the others it is the same.
  const lookAtPanels = async (where: string, tabs: Locator[]) => {
    for (const [index, tab] of tabs.entries()) {
      await tab.click();
      const panel = `#${await tab.getAttribute('aria-controls')}`;
      await look(`${where}, ${await tab.textContent()}`, index === 0 ? undefined : panel);
    }
  };
  const goTo = (hash: string) => page.evaluate((target) => window.location.assign(target), hash);
  await goTo('#/');
  await look('start');
  await goTo('#/cohort');
  await lookAtPanels('cohort', await page.getByRole('tab').all());
  await goTo('#/files');
  await look('files');
  await goTo('#/case/DEMO-003?model=region-trained&view=errors&layout=axial');
  await pictureIsReady(page);
  await lookAtPanels('case', await page.locator('.case-side').getByRole('tab').all());
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('k');
  await look('a scene', '.scenes');
  await goTo('#/present/1');
  await pictureIsReady(page);
  await look('presentation');
  await page.keyboard.press('Escape');
  await pictureIsReady(page);
  for (const [key, where] of [
    ['?', 'help'],
    ['Control+k', 'palette'],
  ]) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(where, '[role="dialog"]');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.locator('.header-right button').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('scheme', '[role="dialog"]');
  await page.keyboard.press('Escape');
  return found;
}

test('axe finds nothing on any screen, dark in English and light in Chinese', async ({ page }) => {
  await openDemo(page);
  expect(await lookEverywhere(page)).toEqual([]);
  await page.getByRole('button', { name: 'Switch between dark and light' }).click();
  await page.getByRole('button', { name: 'Switch to 中文' }).click();
  expect(await lookEverywhere(page, rulesOfWordsAndColors)).toEqual([]);
});

test('reaches list, picture tools, profile and numbers of a case by keyboard alone', async ({
  demoPage: page,
}) => {
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
