// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the pages into the folder that is the argument; pictures.sh starts the server.
import { browser, pageOf } from './chromium.mjs';
import { states } from './states.mjs';

const [folder, only] = process.argv.slice(2);
const shots = [
  ['phone', { width: 320 }, 'en'],
  ['phone-dark', { width: 390, dark: true }, 'es'],
  ['wide', { width: 1280, height: 800 }, 'en'],
  ['zoom-200', { width: 640, height: 400, scale: 2 }, 'en'],
];
const chosen = Object.entries(states).filter(([name]) => !only || only.split(',').includes(name));

const chromium = await browser();
for (const [kind, view, lang] of shots) {
  const page = await pageOf(chromium, view);
  for (const [name, state] of chosen) {
    await state.open(page, lang);
    await page.screenshot({ path: `${folder}/${name}.${kind}.png`, fullPage: true });
  }
  await page.close();
}
const paper = await pageOf(chromium, { width: 800, dark: true });
for (const name of ['resources', 'resources-thirty', 'answered-yes'].filter((n) => chosen.some(([c]) => c === n))) {
  await states[name].open(paper, 'en');
  await paper.pdf({ path: `${folder}/${name}.pdf`, format: 'letter', preferCSSPageSize: true });
}
await chromium.close();
const large = await browser({ fontSize: 32 });
const phone = await pageOf(large, { width: 320 });
for (const [name, state] of chosen) {
  await state.open(phone, 'es');
  await phone.screenshot({ path: `${folder}/${name}.large-text.png`, fullPage: true });
}
await large.close();
