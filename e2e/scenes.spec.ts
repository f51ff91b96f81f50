import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { differingPixels, pictureIsReady, settledPixels } from './panes';
import { saveReport } from './saveReport';
import { test } from './sharedPages';
import { dropFiles, openDemo, scored } from './steps';
import { buildThree, goTo, keep, list, titles, zoomIn } from './threeScenes';
import { violations } from './violations';

const main = (page: Page) => page.locator('[data-place="main"] canvas');

test.describe.configure({ timeout: 240_000 });

test('keeps three scenes, orders them by keyboard, undoes, and finds them with the same pixels after a reload', async ({
  page,
}) => {
  await buildThree(page);
  const up = page.getByRole('button', { name: 'Move up' });
  await up.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(titles(page)).toHaveText(['Seen from the side', 'The core is overdrawn', 'The outline fits']);
  await expect(up).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+z');
  await expect(titles(page)).toHaveText(['The core is overdrawn', 'Seen from the side', 'The outline fits']);
  await page.keyboard.press('Control+Shift+z');
  await expect(titles(page).first()).toHaveText('Seen from the side');
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(titles(page)).toHaveCount(4);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(titles(page)).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  expect(await violations(page, 'scenes')).toEqual([]);

  await page.getByRole('button', { name: /^2 The core/ }).click();
  await expect(page).toHaveURL(/DEMO-003.*view=errors/);
  await pictureIsReady(page);
  const before = await settledPixels(page, main(page));
  await page.getByRole('button', { name: /^3 The outline/ }).click();
  await expect(page).toHaveURL(/DEMO-005.*layout=coronal/);
  await pictureIsReady(page);
  await page.waitForTimeout(800);

  await page.reload();
  await scored(page);
  await pictureIsReady(page);
  await expect(titles(page)).toHaveText(['Seen from the side', 'The core is overdrawn', 'The outline fits']);
  await page.getByRole('button', { name: /^2 The core/ }).click();
  await expect(page).toHaveURL(/DEMO-003.*view=errors/);
  await pictureIsReady(page);
  const after = await settledPixels(page, main(page));
  expect([after.width, after.height]).toEqual([before.width, before.height]);
  expect(differingPixels(before.data, after.data)).toBe(0);
});

test('presents with arrow keys, turns a slice live, and leaves the kept scene as it is; the notes window follows', async ({
  threeScenes: page,
}) => {
  const context = page.context();
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.getByRole('button', { name: /^1 The core/ }).click();
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  const heading = page.getByRole('heading', { level: 1 });
  const place = page.locator('.present-place');
  await expect(page).toHaveURL(/#\/present\/1$/);
  await expect(heading).toHaveText('The core is overdrawn');
  await expect(place).toHaveText('1 / 3');
  await pictureIsReady(page);
  await expect(page.locator('.scene-facts')).toContainText(/Reference\s*[\d.]+ mL/);
  await expect(page.locator('.facts-gap')).toContainText('The Dice of tumor_core does not notice');
  expect(await violations(page, 'presentation')).toEqual([]);
  const kept = await settledPixels(page, main(page));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await zoomIn(page);
  expect(differingPixels(kept.data, (await settledPixels(page, main(page))).data)).toBeGreaterThan(1000);

  await page.keyboard.press('ArrowRight');
  await expect(heading).toHaveText('The outline fits');
  await page.keyboard.press('PageDown');
  await expect(place).toHaveText('3 / 3');
  await page.keyboard.press('ArrowRight');
  await expect(place).toHaveText('3 / 3');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowLeft');
  await expect(place).toHaveText('1 / 3');
  await pictureIsReady(page);
  const again = await settledPixels(page, main(page));
  expect(differingPixels(kept.data, again.data)).toBe(0);

  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Presenter notes' }).click();
  const notes = await opening;
  await expect(notes.getByText('Mention that the rim was drawn by two readers.')).toBeVisible();
  await expect(notes.locator('footer')).toContainText('The outline fits');
  await expect(notes.getByRole('timer')).toHaveText(/^\d+:\d\d$/);
  expect(await violations(notes, 'notes')).toEqual([]);
  await notes.keyboard.press('ArrowRight');
  await expect(notes.getByText('Ask for questions.')).toBeVisible();
  await expect(heading).toHaveText('The outline fits');
  await page.bringToFront();
  await page.keyboard.press(' ');
  await expect(notes.getByRole('heading', { level: 1 })).toHaveText('Seen from the side');
  await expect(notes.getByText('This is the last scene.')).toBeVisible();
  const sessions = await notes.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(sessions).toEqual(['regionlens']);
  expect(notes.workers()).toHaveLength(0);

  await page.waitForTimeout(600);
  await page.reload();
  await scored(page);
  await expect(place).toHaveText('3 / 3');
  await pictureIsReady(page);
  await expect(notes.getByRole('heading', { level: 1 })).toHaveText('Seen from the side');
  await page.goBack();
  await expect(place).toHaveText('2 / 3');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/case\/DEMO-005/);
  await expect(notes.getByText('The presentation has ended.')).toBeVisible();
  await notes.close();
  expect(complaints).toEqual([]);
});

test('says so when the browser blocks the window with the notes; F ends full screen alone, Escape the presentation too', async ({
  page,
}) => {
  await openDemo(page);
  await goTo(page, 'DEMO-003?model=region-trained&view=errors&layout=axial');
  await keep(page, 'One');
  await page.evaluate(() => {
    window.open = () => null;
  });
  await page.getByRole('button', { name: 'Presenter notes' }).click();
  await expect(page.getByText('The browser blocked the window with the notes.')).toBeVisible();

  const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(page).toHaveURL(/#\/present\/1$/);
  await expect.poll(isFull).toBe(true);
  await page.keyboard.press('f');
  await expect.poll(isFull).toBe(false);
  await expect(page).toHaveURL(/#\/present\/1$/);
  await page.keyboard.press('f');
  await expect.poll(isFull).toBe(true);
  // The browser keeps Escape for itself and ends full screen.
  await page.evaluate(() => document.exitFullscreen());
  await expect(page).toHaveURL(/#\/case\/DEMO-003/);
});

test('the report shows the scenes with captions, facts and pictures, and keeps the notes to oneself', async ({
  threeScenes: page,
}) => {
  const context = page.context();
  const path = await saveReport(page);
  expect(readFileSync(path, 'utf8')).not.toContain('two readers');
  await context.setOffline(true);
  const report = await context.newPage();
  await report.goto(`file://${path}`);
  const scenes = report.locator('article.scene');
  await expect(scenes).toHaveCount(3);
  await expect(scenes.nth(0)).toContainText('The core is overdrawn');
  await expect(scenes.nth(0)).toContainText(/Missed[\d.]+ mL/);
  await expect(scenes.nth(1)).toContainText(/DEMO-005 · region-trained · Coronal slice \d+ of \d+/);
  const widths = await report.evaluate(() =>
    Promise.all(
      [...document.querySelectorAll('article.scene image')].map(async (item) => {
        const image = new Image();
        image.src = item.getAttribute('href') ?? '';
        await image.decode();
        return image.naturalWidth;
      }),
    ),
  );
  expect(widths).toHaveLength(6);
  expect(Math.min(...widths)).toBeGreaterThan(20);
  expect(await violations(report, 'report')).toEqual([]);
  await report.close();
  await context.setOffline(false);
});

/** How many pixels of an embedded picture have this colour, whatever their opacity. */
async function pixelsOf(page: Page, picture: Locator, [red, green, blue]: number[]): Promise<number> {
  const address = (await picture.getAttribute('href')) ?? '';
  return page.evaluate(
    async ([href, ...color]) => {
      const image = new Image();
      image.src = String(href);
      await image.decode();
      const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        const isNear = color.every((channel, place) => Math.abs(Number(channel) - data[at + place]) < 6);
        if (data[at + 3] > 0 && isNear) count++;
      }
      return count;
    },
    [address, red, green, blue],
  );
}

test('the report draws scenes of two models, of raw regions and of another threshold as they were kept', async ({
  demoPage: page,
}) => {
  const place = (view: string) =>
    `DEMO-003?model=region-trained&view=${view}&structure=region:2,3&layout=axial`;
  await goTo(page, place('models'));
  await keep(page, 'Who is right');
  await goTo(page, place('heat'));
  await keep(page, 'How sure');
  await goTo(page, `${place('prediction')}&panes=one&threshold=10`);
  await expect(page.getByRole('img', { name: 'Predicted labels, repainted at 0.039' })).toBeVisible();
  await keep(page, 'Nearly everything');
  const path = await saveReport(page);

  const report = await page.context().newPage();
  await report.goto(`file://${path}`);
  const scene = (index: number) => report.locator('article.scene').nth(index);
  const layer = (index: number) => scene(index).locator('image').last();
  await expect(scene(0)).toContainText('Models compared · tumor_core');
  await expect(scene(0)).toContainText('Only region-trained right');
  expect(await pixelsOf(report, layer(0), [0xb8, 0xbe, 0xc9])).toBeGreaterThan(20);
  const onlyOne = [
    await pixelsOf(report, layer(0), [0, 0xe5, 0xff]),
    await pixelsOf(report, layer(0), [0xff, 0xd4, 0]),
  ];
  expect(Math.max(...onlyOne)).toBeGreaterThan(0);
  await expect(scene(1)).toContainText('Probability of tumor_core');
  await expect(scene(2)).toContainText('Predicted labels, repainted at 0.039');
  await expect(scene(2)).toContainText('The picture is repainted at threshold 0.039');
  await expect(scene(1)).not.toContainText('is repainted');
  await report.close();
  await page.evaluate(() => history.back());
  for (let left = 3; left > 0; left--) {
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(titles(page)).toHaveCount(left - 1);
  }
});

test('scenes travel in the session file, and one whose case is not there says so', async ({
  threeScenes: page,
  browser,
}) => {
  await page.evaluate(() => window.location.assign('#/cohort'));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save session' }).click();
  const session = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  const { scenes } = session.session.slices;
  scenes[`scene ${scenes.order[1]}`].picture.caseId = 'DEMO-999';
  const other = await (await browser.newContext()).newPage();
  await other.goto(new URL('/', page.url()).href);
  await dropFiles(other, [{ name: 'session.json', content: Buffer.from(JSON.stringify(session)) }]);
  await expect(other.getByRole('button', { name: 'DEMO-003' }).first()).toBeVisible();
  await other.evaluate(() => window.location.assign('#/present/2'));
  const missing = 'Its case DEMO-999 is not among the open ones.';
  await expect(other.getByText(missing)).toBeVisible();
  await other.keyboard.press('ArrowLeft');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('The core is overdrawn');
  await expect(other.locator('.scene-facts')).toContainText(/Extra\s*[\d.]+ mL/);
  await other.keyboard.press('Escape');
  await expect(other).toHaveURL(/#\/case\/DEMO-003/);
  await expect(list(other).getByText(missing)).toBeVisible();
  await other.context().close();
});
