// SPDX-License-Identifier: GPL-3.0-or-later
// cutdown.mjs IN OUT: of Twilio's public API description (OpenAPI), the messages and what they refer to. The whole one
// takes the mock a while to read, and says `format: uri` of paths that its own examples give without a host.
import { readFileSync, writeFileSync } from "node:fs";

const [, , source, target] = process.argv;
const whole = JSON.parse(readFileSync(source, "utf8"));
const list = "/2010-04-01/Accounts/{AccountSid}/Messages.json";
const one = "/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json";
const paths = { [list]: whole.paths[list], [one]: whole.paths[one] };

const answer = paths[list].get.responses["200"].content["application/json"].schema.properties;
for (const property of Object.values(answer)) delete property.format;

// What the paths refer to, and what that refers to.
const components = { securitySchemes: whole.components.securitySchemes };
const waiting = [paths];
while (waiting.length > 0)
  for (const [, kind, name] of JSON.stringify(waiting.pop()).matchAll(/"#\/components\/([^/"]+)\/([^"]+)"/g)) {
    components[kind] ??= {};
    if (components[kind][name] !== undefined) continue;
    components[kind][name] = whole.components[kind][name];
    waiting.push(components[kind][name]);
  }

const { openapi, info, servers, security } = whole;
writeFileSync(target, JSON.stringify({ openapi, info, servers, security, paths, components }, null, 1));
