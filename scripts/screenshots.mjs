// Makes the pictures of docs/screenshots from the demo alone, so that no patient's data enters the repository.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { palettePng } from './palettePng.mjs';

const folder = 'docs/screenshots';
const sizes = [
  [1280, 720],
  [1920, 1080],
];
const chosen = process.argv.slice(2);

mkdirSync(folder, { recursive: true });
const debianChromium = '/usr/bin/chromium';
const server = await preview({ preview: { host: '127.0.0.1', port: 0 } });
const { port } = server.httpServer.address();
const browser = await chromium.launch({
  executablePath: existsSync(debianChromium) ? debianChromium : undefined,
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--enable-unsafe-swiftshader'],
});

const errorsOfCore = 'view=errors&structure=region:2,3&layout=axial';
const screens = [
  { name: 'start', hash: '#/', isBefore: true },
  { name: 'cohort', hash: '#/cohort' },
  { name: 'case', hash: `#/case/DEMO-003?model=region-trained&${errorsOfCore}`, tab: 0 },
  { name: 'gap', hash: `#/case/DEMO-003?model=region-trained&${errorsOfCore}`, tab: 2 },
  { name: 'errors', hash: `#/case/DEMO-003?model=region-trained&${errorsOfCore}`, tab: 3 },
  {
    name: 'reconstruction',
    hash: '#/case/DEMO-005?model=region-trained&view=prediction&layout=axial',
    tab: 4,
  },
].filter(({ name }) => chosen.length === 0 || chosen.includes(name));

for (const language of ['en', 'zh']) {
  const context = await browser.newContext({ locale: language === 'zh' ? 'zh-CN' : 'en-US' });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await take(
    page,
    language,
    screens.filter(({ isBefore }) => isBefore),
  );
  await page.getByRole('button', { name: /Open the demo|打开演示数据/ }).click();
  await page.waitForURL(/#\/cohort/, { timeout: 120_000 });
  await page.waitForFunction(() => !document.querySelector('[role="progressbar"]'), null, {
    timeout: 600_000,
  });
  await page.waitForTimeout(1000);
  await page.waitForFunction(() => !document.querySelector('[role="progressbar"]'), null, {
    timeout: 600_000,
  });
  await take(
    page,
    language,
    screens.filter(({ isBefore }) => !isBefore),
  );
  await context.close();
}
await browser.close();
await server.close();

async function take(page, language, wanted) {
  for (const { name, hash, tab } of wanted) {
    await page.evaluate((target) => window.location.assign(target), hash);
    if (tab !== undefined) await page.locator('.case-side [role="tab"]').nth(tab).click();
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      if (tab !== undefined) {
        await page.waitForFunction(
          () => document.querySelector('.pane') && !document.querySelector('.pane[aria-busy="true"]'),
        );
      }
      await page.mouse.move(1, 1);
      await page.waitForTimeout(1500);
      const file = `${folder}/${name}-${width}-${language}.png`;
      writeFileSync(file, await smallPng(page, await page.screenshot()));
      console.log(file);
    }
  }
}

/** The picture with 256 colours: a third of the bytes, and no difference to the eye. */
async function smallPng(page, png) {
  const helper = await page.context().newPage();
  const { width, height, packed } = await helper.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const texts = [];
    for (let start = 0; start < data.length; start += 8192) {
      texts.push(String.fromCharCode(...data.subarray(start, start + 8192)));
    }
    return { width: bitmap.width, height: bitmap.height, packed: btoa(texts.join('')) };
  }, png.toString('base64'));
  await helper.close();
  return palettePng(Buffer.from(packed, 'base64'), width, height);
}
