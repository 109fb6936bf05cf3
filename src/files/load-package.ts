import { createRequire } from "node:module";
import { join } from "node:path";
import { projectRoot } from "./project-root.ts";

/** The packages that take long to load, or that few commands and articles need. */
interface LargePackages {
  readonly acorn: typeof import("acorn");
  readonly gemoji: typeof import("gemoji");
  readonly miniflare: typeof import("miniflare");
  readonly transliteration: typeof import("transliteration");
  readonly wrangler: typeof import("wrangler");
}

const load = createRequire(join(projectRoot, "package.json"));

/**
 * Loads a large package when it is needed. An `import` would load it at the beginning of each command whose bundle contains it, also to
 * print a help text. It would also read the package several times, to find out whether it is a module.
 */
export function loadPackage<Name extends keyof LargePackages>(name: Name): LargePackages[Name] {
  return load(name) as LargePackages[Name];
}
