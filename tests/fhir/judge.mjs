// SPDX-License-Identifier: GPL-3.0-or-later
// judge.mjs FOLDER: every resource of sample.ndjson and the Bundles beside it, by FHIR R4's own JSON schema and by a
// validator that knows the structure definitions and value sets.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.env.HANDRAIL_FHIR_MODULES}/package.json`);
const JsonSchema = require('@asymmetrik/fhir-json-schema-validator');
const { Fhir } = require('fhir');
const bySchema = new JsonSchema();
const byDefinitions = new Fhir();
const folder = process.argv[2];
const faults = [];

function judge(resource, where) {
  for (const error of bySchema.validate(resource))
    faults.push(`${where}: schema: ${error.dataPath} ${error.message}`);
  for (const message of byDefinitions.validate(resource, { errorOnUnexpected: true }).messages)
    if (message.severity === 'error' || message.severity === 'fatal')
      faults.push(`${where}: ${message.location ?? ''} ${message.message}`);
}

const lines = readFileSync(`${folder}/sample.ndjson`, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
for (const resource of lines) judge(resource, `${resource.resourceType}/${resource.id}`);
for (const name of ['transaction', 'collection']) judge(JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')), name);

// The judges themselves: what is wrong must be seen.
const judged = faults.length;
judge({ ...lines.find((r) => r.resourceType === 'Task'), status: 'nearly done' }, 'bad task');
judge({ ...lines.find((r) => r.resourceType === 'Patient'), birthDate: 'yesterday', nickname: 'Bo' }, 'bad patient');
const seen = faults.splice(judged);
for (const bad of ['bad task', 'bad patient'])
  if (!seen.some((line) => line.startsWith(bad))) faults.push(`the judges took a ${bad}`);

const types = [...new Set(lines.map((r) => r.resourceType))].sort();
faults.slice(0, 40).forEach((line) => console.log(line));
console.log(`${lines.length} resources (${types.join(', ')}), 2 Bundles, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
