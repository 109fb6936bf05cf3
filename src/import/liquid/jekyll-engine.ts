import { Liquid } from "liquidjs";
import { folderOf } from "../../base/file-path.ts";
import { joinPath } from "../site-rules/site-path.ts";
import { type TemplateEngine, unknownValue } from "../site-rules/template-engine.ts";
import { readOnce } from "../template-tags/read-once.ts";
import type { TemplateValues } from "../template-tags/template-expression.ts";
import { skipBlankBlocks } from "./blank-blocks.ts";
import { registerJekyllFilters } from "./jekyll-filters.ts";
import { liquidValues } from "./liquid-values.ts";

const limits = { memoryLimit: 5_000_000, renderLimit: 2_000, parseLimit: 1_000_000 }; // characters and items, milliseconds, characters
const relative = "relative:";

/**
 * Renders Liquid with the includes and the filters of a Jekyll site (jekyllrb.com/docs/includes, jekyllrb.com/docs/liquid). No code of the
 * site runs. A template is not rendered if a value, a filter or a tag in it is unknown.
 */
export class JekyllEngine {
  readonly #liquid: Liquid;
  readonly #read: (path: string) => string | undefined;
  readonly #folder: string;
  #values: TemplateValues = {};
  #file = "";

  /**
   * @param read returns a file of the site
   * @param folder the folder of its includes
   */
  constructor(read: (path: string) => string | undefined, folder: string) {
    this.#read = readOnce(read);
    this.#folder = folder;
    this.#liquid = new Liquid({
      ...limits,
      jekyllInclude: true,
      dynamicPartials: false,
      strictFilters: true,
      ownPropertyOnly: true,
      relativeReference: false,
      fs: {
        readFileSync: (name) => this.#textOf(name),
        existsSync: (name) => this.#pathOf(name) !== undefined,
        readFile: async (name) => this.#textOf(name),
        exists: async (name) => this.#pathOf(name) !== undefined,
        resolve: (_folder, name) => name,
        contains: async () => true,
        containsSync: () => true,
      },
    });
    skipBlankBlocks(this.#liquid);
    registerJekyllFilters(this.#liquid, () => this.#values);
  }

  /** Returns the engine of a text. @param path of its file, from which `include_relative` finds others */
  of(path: string): TemplateEngine {
    return {
      render: (template, values) => this.#run(path, values, (scope) => this.#liquid.parseAndRenderSync(this.#prepare(template), scope)),
      evaluate: (expression, values) => this.#run(path, values, (scope) => plainValue(this.#liquid.evalValueSync(expression, scope))),
    };
  }

  // Undefined for an unknown value, tag or filter, a missing file, and what exceeds a limit.
  #run<T>(path: string, values: TemplateValues, run: (scope: object) => T): T | undefined {
    this.#values = values;
    this.#file = path;
    try {
      return run(liquidValues(values));
    } catch {
      return undefined;
    }
  }

  #pathOf(name: string): string | undefined {
    if (name.split("/").includes("..")) return undefined;
    return name.startsWith(relative) ? joinPath(folderOf(this.#file), name.slice(relative.length)) : joinPath(this.#folder, name);
  }

  #textOf(name: string): string {
    const path = this.#pathOf(name);
    const text = path === undefined ? undefined : this.#read(path);
    if (text === undefined) throw new Error(`no such file: ${name}`);
    return this.#prepare(text);
  }

  // A filter or a tag of a plugin fails where it is used; a branch that is not shown may have it.
  #prepare(template: string): string {
    for (const [, name = ""] of template.matchAll(/\|\s*([a-z]\w*)/gi))
      if (!Object.hasOwn(this.#liquid.filters, name)) this.#liquid.registerFilter(name, () => unknownValue(name));
    for (const [, name = ""] of template.matchAll(/\{%-?\s*(\w+)/g)) {
      if (!Object.hasOwn(this.#liquid.tags, name.replace(/^end/, "")) && !branches.has(name))
        for (const tag of [name, `end${name}`]) this.#liquid.registerTag(tag, { parse() {}, render: () => unknownValue(tag) });
    }
    return plainTags(template);
  }
}

const branches = new Set(["else", "elsif", "when"]);

// Writes `include_relative`, and `include_cached` of the plugin jekyll-include-cache, as ordinary includes.
function plainTags(template: string): string {
  return template.replace(
    /(\{%-?\s*)include_(relative|cached)\s+/g,
    (_, start, kind) => `${start}include ${kind === "relative" ? relative : ""}`,
  );
}

function plainValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.every((item) => plainValue(item) !== undefined) ? value : undefined;
  return typeof value === "object" && value !== null ? undefined : (value ?? undefined);
}
