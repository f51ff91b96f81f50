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

/** Tables beside the picture that a person would have to scroll sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page
    .locator('.case-side .scroll-x')
    .evaluateAll((boxes) =>
      boxes
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map((box) => `${box.scrollWidth} in ${box.clientWidth} px: ${box.textContent?.slice(0, 80)}`),
    );
}

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
      found.push(...(await tooWide(page)));
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

/** Lines, dots and bars in a structure's colour that stand out less than 3:1 from what is behind them. */
function paleMarks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    /** Of colours laid over each other. */
    const luminance = (colors: string[]) => {
      for (const color of colors) {
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
      }
      const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data]
        .map((channel) => channel / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const grounds = (element: Element | null): string[] =>
      element ? [...grounds(element.parentElement), getComputedStyle(element).backgroundColor] : [];
    const kinds: [selector: string, colorOf: (style: CSSStyleDeclaration) => [string, string]][] = [
      ['.plot-dots[d^="M"]:not([fill="none"])', ({ fill, fillOpacity }) => [fill, fillOpacity]],
      ['[data-series] path[d^="M"][stroke]', ({ stroke, strokeOpacity }) => [stroke, strokeOpacity]],
      ['.recharts-line-curve', ({ stroke, strokeOpacity }) => [stroke, strokeOpacity]],
      ['.recharts-reference-dot circle', ({ fill, fillOpacity }) => [fill, fillOpacity]],
      ['.plot-legend i', ({ color }) => [color, '1']],
      ['.mini-bars i', ({ backgroundColor }) => [backgroundColor, '1']],
    ];
    return kinds.flatMap(([selector, colorOf]) =>
      [...document.querySelectorAll(selector)].flatMap((mark) => {
        const [color, opacity] = colorOf(getComputedStyle(mark));
        const behind = grounds(mark.parentElement);
        const laidOver = `color-mix(in srgb, ${color} ${100 * Number(opacity)}%, transparent)`;
        const [low, high] = [luminance(behind), luminance([...behind, laidOver])].sort((a, b) => a - b);
        const contrast = (high + 0.05) / (low + 0.05);
        return contrast < 3 ? [`${selector} ${color} ${contrast.toFixed(2)}`] : [];
      }),
    );
  });
}

/** Arrows of numbers and thumbs of sliders that do not fill the 24 px around their middle. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.mantine-NumberInput-control, .mantine-Slider-thumb')]
      .filter((target) => target.checkVisibility())
      .flatMap((target) => {
        target.scrollIntoView({ block: 'center', inline: 'center' });
        const { x, y, width, height } = target.getBoundingClientRect();
        const edges = [-11.5, 11.5].flatMap((to) => [
          [to, 0],
          [0, to],
        ]);
        const hit = edges.map(([dx, dy]) =>
          document.elementFromPoint(x + width / 2 + dx, y + height / 2 + dy),
        );
        const other = hit.find((element) => !target.contains(element));
        return other === undefined ? [] : [`${target.className}: ${other?.outerHTML.slice(0, 200)}`];
      }),
  );
}

test('lines and dots are seen in the light theme, and arrows and thumbs are large enough to hit', async ({
  demoPage: page,
}) => {
  const theme = page.getByRole('button', { name: 'Switch between dark and light' });
  const goTo = (hash: string) => page.evaluate((target) => window.location.assign(target), hash);
  await goTo('#/cohort');
  await page.getByRole('tab', { name: 'Table & charts' }).click();
  await expect(page.locator('.plot-dots[d^="M"]').first()).toBeVisible();
  await theme.click();
  const inCharts = await paleMarks(page);
  await goTo('#/case/DEMO-003?model=region-trained');
  await page.locator('.case-side').getByRole('tab', { name: 'Gap' }).click();
  await expect(page.locator('.slice-profile .recharts-line-curve').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show the list of cases' }).click();
  await expect(page.locator('.mini-bars i').first()).toBeVisible();
  const besideCase = await paleMarks(page);
  await page.getByRole('button', { name: 'Hide the list of cases' }).click();
  const small = await smallTargets(page);
  await theme.click();
  expect(small).toEqual([]);
  expect([...inCharts, ...besideCase]).toEqual([]);
});
