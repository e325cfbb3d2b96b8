// SPDX-License-Identifier: GPL-3.0-or-later
// Reads [{token, signature, url, params}] from stdin, writes [true, false ...]: what Twilio's own library says of each.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { validateRequest } = createRequire(`${process.env.HANDRAIL_TEXT_JUDGES}/package.json`)("twilio");
const asked = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(asked.map((one) => validateRequest(one.token, one.signature, one.url, one.params))));
