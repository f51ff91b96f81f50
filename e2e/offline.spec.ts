import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openDemo, savedScores, scored } from './steps';

/** Opens the app and waits until the service worker holds all of it. */
async function visit(page: Page, url = '/'): Promise<void> {
  await page.goto(url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

test('starts without network after the first visit, opens the demo and scores it', async ({
  page,
  context,
}) => {
  const { server, url } = await serveBuild(() => 1);
  await visit(page, url);
  await context.setOffline(true);
  server.closeAllConnections();
  server.close();
  await page.reload();
  await page.getByRole('button', { name: 'Open the demo' }).click();
  await expect(page.getByRole('heading', { name: 'Mean over cases' })).toBeVisible({ timeout: 60_000 });
  await scored(page);
  expect((await savedScores(page)).cases).toHaveLength(24);
});

test('keeps the files of the app and nothing that was opened', async ({ page }) => {
  await visit(page);
  await openDemo(page);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.length).toBeGreaterThan(10);
  const isOfApp = (path: string) =>
    /^\/(assets\/[\w.-]+|index\.html|manifest\.webmanifest|[\w-]+\.(svg|png))$/.test(path);
  expect(kept.filter((path) => !isOfApp(path))).toEqual([]);
});

test('can be installed: name, icons that exist, and a start page inside its scope', async ({ page }) => {
  await page.goto('/');
  const manifest = await page.evaluate(async () => {
    const href = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? '';
    return (await fetch(href)).json();
  });
  expect(manifest.name).toBe('RegionLens');
  expect(manifest.display).toBe('standalone');
  for (const { src, sizes } of manifest.icons) {
    const width = await page.evaluate(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return image.naturalWidth;
    }, `./${src}`);
    if (sizes !== 'any') expect(`${width}x${width}`).toBe(sizes);
  }
});

test('says when a new version is there, and reloads only when asked', async ({ page }) => {
  let version = 1;
  const { server, url } = await serveBuild(() => version);
  try {
    await visit(page, url);
    const reload = page.getByRole('button', { name: 'Reload for the new version' });
    await expect(reload).toHaveCount(0);
    version = 2;
    await page.reload();
    await expect(reload).toBeVisible();
    expect(await page.title()).toBe('RegionLens');
    await reload.click();
    await expect(page).toHaveTitle('RegionLens 2');
  } finally {
    server.close();
  }
});

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The build on a port of its own; its second version has another title and says so in its list of files. */
async function serveBuild(version: () => number): Promise<{ server: Server; url: string }> {
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname.replace(/\/$/, '/index.html');
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', 'no-cache');
    const content = readFileSync(join('dist', path));
    if (version() === 1) response.end(content);
    else if (path === '/index.html') {
      response.end(content.toString().replace('<title>RegionLens', '<title>RegionLens 2'));
    } else if (path === '/sw.js') {
      response.end(content.toString().replace(/(index\.html",revision:")[0-9a-f]+/, '$1second'));
    } else response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
