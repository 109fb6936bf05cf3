import sindresorhusSlugify from "@sindresorhus/slugify";
import GithubSlugger, { slug as githubSlug } from "github-slugger";
import simovSlugify from "slugify";
import { isTable, type Table } from "../../base/table-values.ts";
import type { Callable } from "../constants/call-list.ts";
import { unknownValue } from "../constants/condition-operators.ts";
import { kebabCase } from "./kebab-case.ts";

const maxText = 300; // UTF-16 units: a path

const kebab: Callable = ([text]) => (isShort(text) ? (kebabCase(text) ?? unknownValue) : unknownValue);
const ofGithub: Callable = ([text, keepsCase]) =>
  isShort(text) && (keepsCase === undefined || typeof keepsCase === "boolean") ? githubSlug(text, keepsCase) : unknownValue;

// The names of the functions that packages export, which make slugs.
const exported: Readonly<Record<string, Readonly<Record<string, Callable>>>> = {
  slugify: { default: bySimov },
  "@sindresorhus/slugify": { default: bySindresorhus },
  "github-slugger": { default: () => newSlugger(), slug: ofGithub },
  "lodash.kebabcase": { default: kebab },
  "lodash/kebabCase": { default: kebab },
  "lodash/kebabCase.js": { default: kebab },
  "lodash-es/kebabCase": { default: kebab },
  "es-toolkit/string": { kebabCase: kebab },
  ...Object.fromEntries(["lodash", "lodash-es", "es-toolkit", "es-toolkit/compat"].map((name) => [name, { kebabCase: kebab }])),
};

/**
 * Returns a function of a package that makes slugs, as the package does for short texts. Returns undefined for another package.
 * @param name the exported name, or `default`
 */
export function packageFunction(source: string, name: string): Callable | undefined {
  const found = Object.hasOwn(exported, source) ? exported[source] : undefined;
  return found !== undefined && Object.hasOwn(found, name) ? found[name] : undefined;
}

function isShort(value: unknown): value is string {
  return typeof value === "string" && value.length <= maxText;
}

// Versions of the packages replace other letters by different ones.
function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

function bySimov([text, options]: readonly unknown[]): unknown {
  if (!isShort(text) || !isAscii(text)) return unknownValue;
  if (options === undefined || typeof options === "string") return simovSlugify.default(text, options);
  if (!isTable(options) || !Object.values(options).every(isOption)) return unknownValue;
  return simovSlugify.default(text, options as Parameters<typeof simovSlugify.default>[1]);
}

function isOption(value: unknown): boolean {
  return value === undefined || typeof value === "boolean" || typeof value === "string" || value instanceof RegExp;
}

// Its other options change the words.
function bySindresorhus([text, options = {}]: readonly unknown[]): unknown {
  if (!isShort(text) || !isAscii(text) || !isTable(options)) return unknownValue;
  const { decamelize, lowercase, separator, ...others }: Table = options;
  const isKnown =
    Object.keys(others).length === 0 && [decamelize, lowercase].every((each) => each === undefined || typeof each === "boolean");
  return isKnown && (separator === undefined || typeof separator === "string") ? sindresorhusSlugify(text, options) : unknownValue;
}

// It counts the slugs that it made.
function newSlugger(): Readonly<Record<string, Callable>> {
  const slugger = new GithubSlugger();
  return {
    slug: ([text, keepsCase]) => (isShort(text) ? slugger.slug(text, keepsCase === true) : unknownValue),
    reset: () => slugger.reset(),
  };
}
