// SPDX-License-Identifier: GPL-3.0-or-later
// judge.mjs MAIL...: reads mails with the npm package mailparser and says what does not come out of them.
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";
const require = createRequire(path.join(process.env.HANDRAIL_MAIL_MODULES, "x.js"));
const { simpleParser } = require("mailparser");

let bad = 0;
const say = (file, problem) => { console.log(`${file}: ${problem}`); ++bad; };
for (const file of process.argv.slice(2)) {
    const mail = await simpleParser(fs.readFileSync(file), { skipHtmlToText: true, skipTextToHtml: true });
    if (mail.from?.value.length !== 1 || !["Harbor House", "Casa Ñandú"].includes(mail.from.value[0].name)) say(file, "the sender is another");
    if (mail.to?.value.length !== 1) say(file, "not one recipient");
    if (!mail.subject || /[=?{}]/.test(mail.subject)) say(file, `the subject is «${mail.subject}»`);
    if (!mail.text?.includes("https://handrail.harbor.example/")) say(file, "the plain text lacks its link");
    if (!mail.html?.includes("https://handrail.harbor.example/")) say(file, "the HTML lacks its link");
    if (mail.attachments.length > 0) say(file, "it has attachments");
    const list = mail.headers.get("list");
    if (!list?.unsubscribe?.url?.startsWith("https://") || !list.unsubscribe.mail) say(file, "no two ways to unsubscribe");
    if (Number.isNaN(mail.date?.getTime())) say(file, "no date");
}
console.log(`mailparser: ${process.argv.length - 2} mails, ${bad} problems`);
process.exit(bad > 0 || process.argv.length < 3 ? 1 : 0);
