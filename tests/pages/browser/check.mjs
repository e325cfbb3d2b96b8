// SPDX-License-Identifier: GPL-3.0-or-later
// Judges every page in every state in Chromium: accessibility by axe-core (WCAG 2.2 AA and best practices), sideways
// scrolling, sizes of targets, validity of the HTML, size, policy, scripts. check.sh starts the server.
import { browser, moduleOf, pageOf } from './chromium.mjs';
import { links, opened, pages, states } from './states.mjs';

const axePath = `${process.env.HANDRAIL_BROWSER_MODULES}/node_modules/axe-core/axe.min.js`;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const { HtmlValidate } = moduleOf('html-validate');
const html = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  // Matters of taste, or of mark-up that is compact on purpose.
  rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off', 'doctype-style': 'off', 'long-title': 'off',
    'no-implicit-button-type': 'off', 'tel-non-breaking': 'off', 'prefer-native-element': 'off',
    'no-redundant-for': 'off' },
});
const faults = [];
let checks = 0;
const fault = (where, what) => faults.push(`${where}: ${what}`);

async function axe(page, where, options) {
  checks += 1;
  const found = await page.evaluate(async (o) => (await window.axe.run(document, o)).violations
    .map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 90)).slice(0, 3).join(' | ')}`), options);
  found.forEach((violation) => fault(where, violation));
}

async function layout(page, where) {
  const found = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const small = [...document.querySelectorAll('a, button')].map((e) => [e, e.getBoundingClientRect()])
      .filter(([, box]) => box.width < 44 || box.height < 44)
      .map(([e, box]) => `${e.textContent.slice(0, 40)} ${Math.round(box.width)}x${Math.round(box.height)}`);
    return { wide, small, scripts: document.querySelectorAll('script').length };
  });
  if (found.wide > 0) fault(where, `${found.wide} pixels to scroll sideways`);
  found.small.forEach((target) => fault(where, `a target of less than 44 pixels: ${target}`));
  if (found.scripts > 0) fault(where, 'a script');
}

async function source(response, where, status) {
  const text = (await response.buffer()).toString();
  if (status && response.status() !== status) fault(where, `status ${response.status()} instead of ${status}`);
  if (Buffer.byteLength(text) >= 20000) fault(where, `${Buffer.byteLength(text)} bytes`);
  if (text.replaceAll('{{name}}', '').includes('{{')) fault(where, 'a hole in the template');
  const policy = response.headers()['content-security-policy'] ?? '';
  for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
    if (!policy.includes(part)) fault(where, `no ${part} in the policy`);
  // Where «Leave this page» leads is the only other address.
  if (/unsafe|https?:|\*/.test(policy.replace(process.env.LEAVE_TO, ''))) fault(where, `the policy is loose: ${policy}`);
  if (response.headers()['referrer-policy'] !== 'no-referrer') fault(where, 'the address would leave with links');
  const report = await html.validateString(text);
  for (const message of report.results.flatMap((result) => result.messages))
    fault(where, `HTML: ${message.ruleId} in line ${message.line}: ${message.message}`);
}

async function open(page, name, lang) {
  const blocked = [];
  const listen = (message) => { if (/Content.Security/.test(message.text())) blocked.push(message.text()); };
  page.on('console', listen);
  const response = await states[name].open(page, lang);
  page.off('console', listen);
  blocked.forEach((text) => fault(`${name} ${lang}`, text));
  await page.addScriptTag({ path: axePath });
  return response;
}

const chromium = await browser();
const phone = await pageOf(chromium, { width: 320 });
const wide = await pageOf(chromium, { width: 1280, height: 800 });
for (const page of [phone, wide]) await page.setBypassCSP(true); // for axe's own script; the policy itself is read above

for (const name of Object.keys(states)) {
  for (const lang of ['en', 'es']) {
    for (const [page, width] of [[phone, 320], [wide, 1280]]) {
      const where = `${name} ${lang} ${width}`;
      const response = await open(page, name, lang);
      if (page === phone) await source(response, where, states[name].status);
      await page.evaluate(() => document.querySelectorAll('script').forEach((s) => s.remove()));
      await layout(page, where);
      await axe(page, where, { runOnly: tags, resultTypes: ['violations'] });
      // In the dark only the colours differ.
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      await axe(page, `${where} dark`, { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    }
  }
}
// 200 %: a desktop's window of 1280 pixels has 640 left.
await wide.setViewport({ width: 640, height: 400, deviceScaleFactor: 2 });
for (const name of Object.keys(states)) {
  await states[name].open(wide, 'es');
  await layout(wide, `${name} zoomed to 200 %`);
}

// A person's way: the cover, a tap, «Leave this page», and somebody else who goes back.
async function leaving(address) {
  const page = await pageOf(chromium, { width: 320 });
  await page.goto(pages + address);
  const covered = await page.evaluate(() => document.body.innerText);
  await Promise.all([page.waitForNavigation(), page.click('a.go')]);
  const shown = await page.evaluate(() => document.body.innerText);
  if (!/Maria/.test(shown) || /Maria/.test(covered)) fault(address, 'a tap does not open what the cover hides');
  const button = await page.$('form.leave button');
  const inView = await button.isIntersectingViewport();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  if (!inView || !await button.isIntersectingViewport()) fault(address, '«Leave this page» is out of sight');
  await Promise.all([page.waitForNavigation(), button.click()]);
  if (!page.url().startsWith(process.env.LEAVE_TO)) fault(address, `leaving led to ${page.url()}`);
  if (await page.evaluate(() => document.referrer) !== '') fault(address, 'the other site was told where from');
  await page.goBack();
  const again = await page.evaluate(() => document.body.innerText);
  if (/Maria/.test(again)) fault(address, '«back» shows what was left');
  const reopened = await page.goto(`${pages}${address}?${opened}`); // its entry in the history
  if (/Maria/.test(await reopened.text())) fault(address, 'the history shows what was left');
  await page.close();
}
await leaving(links.usual.resources);
await leaving(links.usual.question);

// The judges themselves: a page with a fault of each kind must not pass.
const judged = faults.length;
await phone.setContent('<!doctype html><html><body><div style="width:900px;color:#bbb;background:#fff">grey</div>'
  + '<a href="#x" style="font-size:8px">x</a><img src="data:,"><script></script></body></html>');
await layout(phone, 'bad');
await phone.addScriptTag({ path: axePath });
await axe(phone, 'bad', { runOnly: tags });
const bad = await html.validateString('<p><div></p><img src="x">');
const seen = faults.splice(judged).join('\n');
for (const word of ['sideways', 'less than 44', 'a script', 'color-contrast', 'image-alt', 'html-has-lang'])
  if (!seen.includes(word)) fault('the judges', `did not see: ${word}`);
if (bad.valid) fault('the judges', 'html-validate takes anything');
await chromium.close();

const large = await browser({ fontSize: 32 });
const enlarged = await pageOf(large, { width: 320 });
for (const name of Object.keys(states)) {
  await states[name].open(enlarged, 'es');
  await layout(enlarged, `${name} with text of 200 % on a phone`);
}
await large.close();

faults.slice(0, 60).forEach((line) => console.log(line));
console.log(`${Object.keys(states).length} pages, ${checks} runs of axe-core, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
