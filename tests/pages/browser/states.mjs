// SPDX-License-Identifier: GPL-3.0-or-later
// Every page and state there is, by the links that handrail_pages_stage prints.
const links = JSON.parse(process.env.LINKS);
const pages = process.env.PAGES_URL;
const trouble = process.env.TROUBLE_URL;
const withLanguage = (path, lang) => path + (path.includes('?') ? '&' : '?') + `lang=${lang}`;

/** What a button of a page sends (or what a mail program or a broken browser would); the page that comes back. */
async function posted(page, address, body) {
  await page.setRequestInterception(true);
  page.once('request', (request) => request.continue({
    method: 'POST',
    postData: new URLSearchParams(body).toString(),
    headers: { ...request.headers(), 'Content-Type': 'application/x-www-form-urlencoded' },
  }));
  const response = await page.goto(address);
  await page.setRequestInterception(false);
  return response;
}

const opened = `show=${Date.parse(process.env.MINUTE)}`;
const shown = (path, address = pages) => (page, lang) => page.goto(address + withLanguage(path, lang));
/** As it is after a tap on its cover. */
const open = (path) => shown(path + (path.includes('?') ? '&' : '?') + opened);
const sent = (path, body) => (page, lang) => posted(page, pages + withLanguage(path, lang), body);

/** name -> { status, open(page, lang): the response } */
export const states = {
  'cover': { status: 200, open: shown(links.usual.resources) },
  'resources': { status: 200, open: open(links.usual.resources) },
  'resources-one': { status: 200, open: open(links.one.resources) },
  'resources-thirty': { status: 200, open: open(links.thirty.resources) },
  'resources-thirty-last': { status: 200, open: open(links.thirty.resources + '?part=99') },
  'resources-dirty': { status: 200, open: open(links.dirty.resources) },
  'resources-long': { status: 200, open: open(links.long.resources) },
  'resources-scripts': { status: 200, open: open(links.scripts.resources) },
  'question': { status: 200, open: open(links.usual.question) },
  'question-long': { status: 200, open: open(links.long.question) },
  'question-scripts': { status: 200, open: open(links.scripts.question) },
  'answered-yes': { status: 200, open: sent(links.answer1.question, { answer: 'yes' }) },
  'answered-no': { status: 200, open: sent(links.answer2.question, { answer: 'no' }) },
  'answered-no-longer': { status: 200, open: sent(links.answer3.question, { answer: 'no_longer_interested' }) },
  'answered-before': { status: 200, open: open(links.answer1.question) },
  'not-chosen': { status: 400, open: sent(links.answer4.question, { answer: 'perhaps' }) },
  'unsubscribe': { status: 200, open: shown(links.usual.unsubscribe) },
  'unsubscribed': { status: 200, open: sent(links.one.unsubscribe, { confirm: 'yes' }) },
  'unsubscribed-before': { status: 200, open: shown(links.one.unsubscribe) },
  'gone': { status: 404, open: shown(links.usual.expired) },
  'bad': { status: 400, open: sent(links.answer4.unsubscribe, { confirm: 'no' }) },
  'too-big': { status: 413, open: sent(links.answer4.question, { answer: 'y'.repeat(5000) }) },
  'trouble': { status: 503, open: shown(links.usual.resources, trouble) },
};
export { links, pages, opened };
