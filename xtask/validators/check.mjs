// Holds the published schemas against the conformance cases by ajv; see check.py beside this file.

import { readFileSync, readdirSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const schemas = join(root, "schemas", "v1");
// ajv is looked for where .ci/run installs it, then in folders of modules above this file
const requires = [createRequire(join(root, "target", "validators", "package.json")), createRequire(import.meta.url)];

function load(name) {
  for (const require of requires) {
    try {
      return require(name).default;
    } catch (error) {
      if (error.code !== "MODULE_NOT_FOUND") throw error;
    }
  }
  console.log(`skipped: Node has no ${name}; cargo xtask test installs it under target/`);
  process.exit(77);
}

const Ajv = load("ajv/dist/2020.js");
const addFormats = load("ajv-formats");

const read = (path) => JSON.parse(readFileSync(path, "utf-8"));

/** The record of a case; throws where its bytes are no JSON text. */
function parse(testCase) {
  if ("record" in testCase) return testCase.record;
  const bytes = "text" in testCase ? Buffer.from(testCase.text) : Buffer.from(testCase.bytes_hex, "hex");
  // the decoder skips one byte order mark
  const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  if (!isWellFormed(value)) throw new SyntaxError("half a surrogate pair");
  return value;
}

function isWellFormed(value) {
  if (typeof value === "string") return value.isWellFormed();
  if (value === null || typeof value !== "object") return true;
  return Object.entries(value).every(([key, item]) => key.isWellFormed() && isWellFormed(item));
}

function isRefused(validate, testCase) {
  let record;
  try {
    record = parse(testCase);
  } catch {
    return true;
  }
  return !validate(record);
}

function* cases() {
  const folder = join(schemas, "conformance");
  for (const rule of readdirSync(folder).sort()) {
    for (const file of readdirSync(join(folder, rule)).sort()) {
      const testCase = read(join(folder, rule, file));
      if ("schema" in testCase) yield [`conformance/${rule}/${file}`, testCase];
    }
  }
}

/** The number of judgements that agree, and the names of those that differ. */
function differences(validators) {
  let agree = 0;
  const differ = [];
  for (const [kind, validate] of validators) {
    const example = join(root, "examples", "records", `${kind}.json`);
    if (!existsSync(example)) continue;
    if (validate(read(example))) agree += 1;
    else differ.push(`examples/records/${kind}.json: ${JSON.stringify(validate.errors)}`);
  }
  for (const [name, testCase] of cases()) {
    const refused = isRefused(validators.get(testCase.kind), testCase);
    if (refused === testCase.schema) agree += 1;
    else differ.push(`${name}: ${refused ? "refused" : "accepted"}`);
  }
  return { agree, differ };
}

let total = 0;
for (const formats of [false, true]) {
  const validators = new Map();
  for (const file of readdirSync(schemas).filter((name) => name.endsWith(".schema.json"))) {
    // the schemas' own keywords begin with x-, which the strict mode does not know
    const ajv = new Ajv({ strict: false, validateFormats: formats });
    addFormats(ajv);
    ajv.addFormat("uint64", true); // of the report's counts; an annotation alone
    validators.set(file.replace(".schema.json", ""), ajv.compile(read(join(schemas, file))));
  }
  const { agree, differ } = differences(validators);
  for (const line of differ) console.log(line);
  console.log(`formats ${formats ? "on" : "off"}: ${agree} agree, ${differ.length} differ`);
  total += differ.length;
}
process.exit(total > 0 ? 1 : 0);
