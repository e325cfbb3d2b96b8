// SPDX-License-Identifier: GPL-3.0-or-later
// A headless Chromium of this run's own. No sandbox: in a container root can't have one, and the pages are our own.
import { createRequire } from 'node:module';

const require = createRequire(`${process.env.HANDRAIL_BROWSER_MODULES}/package.json`);
const puppeteer = require('puppeteer-core');

export const moduleOf = (name) => require(name);

/** `fontSize`: the browser's default, 16; 32 is text at 200 %. */
export function browser({ fontSize = 16 } = {}) {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars', '--force-prefers-no-reduced-motion',
      `--blink-settings=defaultFontSize=${fontSize}`],
  });
}

/** A page of `width` CSS pixels, `dark` or light. */
export async function pageOf(chromium, { width = 320, height = 640, dark = false, scale = 1 } = {}) {
  const page = await chromium.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  return page;
}
