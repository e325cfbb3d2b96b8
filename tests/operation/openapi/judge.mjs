// SPDX-License-Identifier: GPL-3.0-or-later
// judge.mjs DESCRIPTION: whether it is OpenAPI as the standard has it, by the standard's own schema.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(`${process.env.HANDRAIL_OPENAPI_MODULES}/package.json`));
const { Validator } = await import(pathToFileURL(require.resolve("@seriousme/openapi-schema-validator")));
const validator = new Validator();
const result = await validator.validate(process.argv[2]);
if (!result.valid) {
    console.log(JSON.stringify(result.errors, null, 1).slice(0, 5000));
    process.exit(1);
}
validator.resolveRefs(); // Throws where one leads nowhere.
console.log(`valid OpenAPI ${validator.version}`);
