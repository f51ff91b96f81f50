/** Draws the icons of the installed app from public/icon.svg; run by hand when that changes. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const svg = readFileSync('public/icon.svg', 'utf8');

/** A maskable icon may be cut to a circle of 80 %, so its ground fills the square and the rings keep inside. */
const icons = [
  { name: 'icon-192.png', px: 192, isMaskable: false },
  { name: 'icon-512.png', px: 512, isMaskable: false },
  { name: 'icon-maskable-512.png', px: 512, isMaskable: true },
  { name: 'apple-touch-icon.png', px: 180, isMaskable: true },
];

const debianChromium = '/usr/bin/chromium';
const browser = await chromium.launch({
  executablePath: existsSync(debianChromium) ? debianChromium : undefined,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const { name, px, isMaskable } of icons) {
    const page = await browser.newPage({ viewport: { width: px, height: px } });
    const ground = isMaskable ? '#14171c' : 'transparent';
    await page.setContent(
      `<style>body{margin:0;background:${ground}} svg{width:${px}px;height:${px}px;display:block}</style>${svg}`,
    );
    writeFileSync(`public/${name}`, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
