import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { changePrediction, writeCohortFolder } from './cohortFolder';
import { chooseFolder, dropFiles, openDemo, savedScores, scored } from './steps';

declare global {
  interface Window {
    scoreJobs: string[];
  }
}

/** Notes which cases are sent to workers for scoring; begins anew with every load of the page. */
async function countScoreJobs(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.scoreJobs = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, ...sent: unknown[]) {
      const [message] = sent as [{ job?: string; request?: { caseId: string } }];
      if (message.job !== 'scoreCase') return Reflect.apply(post, this, sent);
      // From some case on scoring is slow, so that it has a middle on every machine.
      const waitMs = window.scoreJobs.push(message.request?.caseId ?? '') > 20 ? 300 : 0;
      setTimeout(() => Reflect.apply(post, this, sent), waitMs);
    } as typeof post;
  });
}

const scoreJobs = (page: Page) => page.evaluate(() => window.scoreJobs);

/** What was written last is in the database: it has not grown or shrunk for a while. */
async function written(page: Page): Promise<void> {
  let before = -1;
  for (let size = await storedBytes(page); size !== before; size = await storedBytes(page)) {
    before = size;
    await page.waitForTimeout(600);
  }
}

async function storedBytes(page: Page): Promise<number> {
  return JSON.stringify(await storedEntries(page)).length;
}

/** Everything that the database holds, as far as JSON tells it. */
function storedEntries(page: Page): Promise<{ slice: string; key: string }[]> {
  return page.evaluate(async () => {
    const request = indexedDB.open('regionlens');
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    const all = request.result.transaction('entries').objectStore('entries').getAll();
    await new Promise((resolve) => {
      all.onsuccess = resolve;
    });
    request.result.close();
    return JSON.parse(JSON.stringify(all.result));
  });
}

async function openSmallCohort(page: Page, caseCount: number): Promise<void> {
  await page.goto('/');
  await chooseFolder(page, writeCohortFolder(test.info().outputPath('cohort'), caseCount));
  await expect(page.getByRole('button', { name: 'case_000' }).first()).toBeVisible();
  await scored(page);
}

const convention = (page: Page) => page.getByRole('combobox', { name: 'Convention', exact: true });

/** The cases whose scores are in the database. */
async function scoredCases(page: Page): Promise<string[]> {
  const entries = await storedEntries(page);
  return entries.filter(({ slice }) => slice === 'results').map(({ key }) => key.split('\n')[0]);
}

const continueCard = (page: Page) => page.getByRole('region', { name: 'Where you left off' });

test('after the demo a reload brings everything back: scores at once, then pictures, without a question', async ({
  page,
}) => {
  // The demo is made twice.
  test.slow();
  await countScoreJobs(page);
  await openDemo(page);
  const before = await savedScores(page);
  await page.getByRole('button', { name: 'DEMO-003' }).first().click();
  await expect(page).toHaveURL(/#\/case\/DEMO-003/);
  await convention(page).click();
  await page.getByRole('option', { name: 'BraTS 2023' }).click();
  await written(page);
  const address = page.url();

  await page.reload();
  await expect(
    page.getByText('All structures').or(page.getByText('Region and its label')).first(),
  ).toBeVisible();
  expect(page.url()).toBe(address);
  await expect(page.getByRole('img', { name: 'Predicted labels' }).first()).toBeVisible({ timeout: 60_000 });
  await scored(page);
  await expect(convention(page)).toHaveValue('BraTS 2023');
  expect(await scoreJobs(page)).toEqual([]);
  await page.goto('/#/cohort');
  await convention(page).click();
  await page.getByRole('option', { name: 'nnU-Net' }).click();
  expect((await savedScores(page)).cases.length).toBe(before.cases.length);

  await page.goto('/#/');
  await page.reload();
  await expect(continueCard(page)).toContainText('Demo');
  await expect(continueCard(page)).toContainText(/12 cases · 2 models last opened today at/);
});

test('a reload in the middle of scoring 60 cases loses nothing and repeats no finished case', async ({
  page,
}) => {
  await countScoreJobs(page);
  const folder = writeCohortFolder(test.info().outputPath('cohort'), 60);
  await page.goto('/');
  await chooseFolder(page, folder);
  await expect(page.getByText(/Scoring case (1[0-9]|[2-4][0-9]) of 60/)).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('· Paused')).toBeVisible();
  const begun = (await scoreJobs(page)).length;
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(async () => (await scoreJobs(page)).length).toBeGreaterThan(begun);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('· Paused')).toBeVisible();
  await written(page);
  const finished = await scoredCases(page);
  expect(finished.length).toBeGreaterThan(5);
  expect(finished.length).toBeLessThan(60);

  await page.reload();
  await expect(page.getByText('Pictures and new scores need the files.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'case_000' }).first()).toBeVisible();
  expect(await scoreJobs(page)).toEqual([]);
  await page.getByLabel('Open the folder again').setInputFiles(folder);
  // What is left is begun a moment after the files are there.
  await expect.poll(async () => (await scoreJobs(page)).length).toBeGreaterThanOrEqual(60 - finished.length);
  await scored(page);
  const repeated = await scoreJobs(page);
  expect([...finished, ...repeated].sort()).toEqual(
    Array.from({ length: 60 }, (_, index) => `case_${String(index).padStart(3, '0')}`),
  );
  const { cases, failures } = await savedScores(page);
  expect(cases).toHaveLength(60);
  expect(failures).toEqual([]);

  await written(page);
  changePrediction(folder, 'case_007');
  await page.reload();
  await page.getByLabel('Open the folder again').setInputFiles(folder);
  await expect.poll(async () => (await scoreJobs(page)).length).toBeGreaterThanOrEqual(1);
  await scored(page);
  expect(await scoreJobs(page)).toEqual(['case_007']);
  const after = await savedScores(page);
  const diceOf = (saved: typeof after, id: string) =>
    saved.cases.find((item: { case: string }) => item.case === id).structures[0].dice;
  expect(diceOf(after, 'case_007')).toBeLessThan(diceOf({ cases }, 'case_007'));
  expect(diceOf(after, 'case_008')).toBe(diceOf({ cases }, 'case_008'));
});

test('a folder that is chosen on the start page finds the session that it belongs to', async ({ page }) => {
  await countScoreJobs(page);
  const folder = writeCohortFolder(test.info().outputPath('cohort'), 3);
  await page.goto('/');
  await chooseFolder(page, folder);
  await scored(page);
  await written(page);
  await page.goto('/#/');
  await page.reload();
  await chooseFolder(page, folder);
  await expect(page.getByRole('button', { name: 'case_002' }).first()).toBeVisible();
  await scored(page);
  expect(await scoreJobs(page)).toEqual([]);

  // Where a case was on screen, its files come back to it.
  await page.getByRole('button', { name: 'case_002' }).first().click();
  await expect(page).toHaveURL(/#\/case\/case_002/);
  await written(page);
  await page.reload();
  await page.getByLabel('Open the folder again').setInputFiles(folder);
  await expect(page.locator('[data-place="main"] canvas')).toBeVisible({ timeout: 30_000 });
  await scored(page);
  await expect(page).toHaveURL(/#\/case\/case_002/);
});

test('a folder that the browser may open again comes back by itself', async ({ page }) => {
  await countScoreJobs(page);
  // The browser's own file system stands for a folder on disk: its handles are kept in the same way.
  await page.addInitScript(() => {
    const pick = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('mine');
    Object.assign(window, { showDirectoryPicker: pick });
  });
  await page.goto('/');
  const { writeTo } = await folderForBrowser();
  await page.evaluate(writeTo.script, writeTo.files);
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await expect(page.getByRole('button', { name: 'case_001' }).first()).toBeVisible();
  await scored(page);
  expect(await scoreJobs(page)).toHaveLength(2);
  await written(page);
  await page.reload();
  await expect(page.getByRole('button', { name: 'case_001' }).first()).toBeVisible();
  await scored(page);
  await expect(page.getByText('Pictures and new scores need the files.')).toHaveCount(0);
  expect(await scoreJobs(page)).toEqual([]);
  await page.getByRole('button', { name: 'case_001' }).first().click();
  await expect(page.getByRole('img', { name: 'Predicted labels' }).first()).toBeVisible({ timeout: 30_000 });
});

async function folderForBrowser() {
  const folder = writeCohortFolder(test.info().outputPath('mine'), 2);
  const paths = [
    'dataset.json',
    ...['labelsTr', 'predictions_unet'].flatMap((part) =>
      [0, 1].map((index) => `${part}/case_00${index}.nii.gz`),
    ),
  ];
  const files = paths.map((path) => ({ path, base64: readFileSync(`${folder}/${path}`).toString('base64') }));
  const script = async (items: { path: string; base64: string }[]) => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('mine', { create: true });
    for (const { path, base64 } of items) {
      const parts = path.split('/');
      const name = parts.pop() ?? '';
      const parent = parts[0] ? await root.getDirectoryHandle(parts[0], { create: true }) : root;
      const writable = await (await parent.getFileHandle(name, { create: true })).createWritable();
      await writable.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
      await writable.close();
    }
  };
  return { writeTo: { script, files } };
}

test('no file and no voxel is kept, only what is known about them', async ({ page }) => {
  await openSmallCohort(page, 4);
  await page.getByRole('button', { name: 'case_003' }).first().click();
  await expect(page.getByRole('img', { name: 'Predicted labels' }).first()).toBeVisible({ timeout: 30_000 });
  await written(page);
  const found = await page.evaluate(async () => {
    const request = indexedDB.open('regionlens');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const rows = await new Promise<unknown[]>((resolve) => {
      const all = database.transaction('entries').objectStore('entries').getAll();
      all.onsuccess = () => resolve(all.result);
    });
    const kinds = new Set<string>();
    const walk = (value: unknown) => {
      if (value instanceof Blob) kinds.add('file');
      else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) kinds.add('bytes');
      else if (value instanceof Map) for (const entry of value) walk(entry);
      else if (typeof value === 'object' && value !== null)
        for (const item of Object.values(value)) walk(item);
    };
    walk(rows);
    return { rows: rows.length, kinds: [...kinds] };
  });
  expect(found.rows).toBeGreaterThan(30);
  expect(found.kinds).toEqual([]);
});

test('forgetting everything asks first, and then nothing is left', async ({ page }) => {
  await openSmallCohort(page, 2);
  await written(page);
  await page.goto('/#/');
  await page.reload();
  await page.getByRole('button', { name: 'Forget everything' }).click();
  const dialog = page.getByRole('dialog', { name: 'Forget everything?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(continueCard(page)).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Forget everything' }).click();
  await dialog.getByRole('button', { name: 'Forget everything' }).click();
  await expect(continueCard(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open the demo' })).toBeVisible();
  await expect(continueCard(page)).toHaveCount(0);
});

test('a session saved to a file goes on in another browser, and its folder is scored only where it changed', async ({
  page,
  browser,
}) => {
  const folder = writeCohortFolder(test.info().outputPath('cohort'), 4);
  await page.goto('/');
  await chooseFolder(page, folder);
  await scored(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save session' }).click();
  const content = readFileSync(await (await download).path());
  const { session, ...before } = JSON.parse(content.toString());
  expect(session.version).toBe(1);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await countScoreJobs(other);
  await other.goto(new URL('/', page.url()).href);
  await dropFiles(other, [{ name: 'session.json', content }]);
  await expect(other.getByRole('button', { name: 'case_003' }).first()).toBeVisible();
  expect(await savedScores(other)).toEqual(before);
  changePrediction(folder, 'case_001');
  await other.getByLabel('Open the folder again').setInputFiles(folder);
  await scored(other);
  expect(await scoreJobs(other)).toEqual(['case_001']);
  await elsewhere.close();
});

test('a browser that stores nothing says so once, and everything else works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await openSmallCohort(page, 3);
  const notice = page.getByText('This browser keeps nothing from this visit');
  await expect(notice).toHaveCount(1);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByText('Not yet stored in this browser')).toBeVisible();
  expect((await savedScores(page)).cases).toHaveLength(3);
});

test('two tabs on one session meet, and forgetting everything in one empties the other', async ({
  page,
  context,
}) => {
  await openSmallCohort(page, 2);
  await written(page);
  await page.goto('/#/cohort/triage');
  await expect(noteOf(page)).toBeVisible();
  const other = await context.newPage();
  await other.goto('/#/cohort/triage');
  await expect(noteOf(other)).toBeVisible();
  const isElsewhere = 'This session is open in another tab, too.';
  await expect(page.getByText(isElsewhere)).toBeVisible();
  await expect(other.getByText(isElsewhere)).toBeVisible();
  await noteOf(page).fill('seen in both');
  await expect(noteOf(other)).toHaveValue('seen in both');
  await other.goto('/#/');
  await other.reload();
  await other.getByRole('button', { name: 'Forget everything' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Forget everything' }).click();
  await expect(page.getByText('What was open here was forgotten in another tab.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open the demo' })).toBeVisible();
  await page.waitForTimeout(500);
  expect(await storedEntries(page)).toEqual([]);
});

test('the last key before a reload is not lost', async ({ page }) => {
  await openSmallCohort(page, 2);
  await written(page);
  await page.goto('/#/cohort/triage');
  await noteOf(page).pressSequentially('last words');
  await page.reload();
  await expect(noteOf(page)).toHaveValue('last words');
});

test('a start page that never hears from the storage offers to go on without it', async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await page.goto('/#/cohort');
  await page.getByRole('button', { name: 'Go on without it' }).click();
  await chooseFolder(page, writeCohortFolder(test.info().outputPath('cohort'), 2));
  await scored(page);
  expect((await savedScores(page)).cases).toHaveLength(2);
});

const noteOf = (page: Page) => page.getByRole('textbox', { name: 'Note: case_000' });
