import { enableCompileCache, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

// As in wrangler.toml: a build renders with what the Worker renders with.
const alias: Readonly<Record<string, string>> = {
  "xml-js": pathToFileURL(`${import.meta.dirname}/../feed/js2xml.ts`).href,
};

/** Makes the modules that are imported from here on load in half the time, and those of the Worker stand for packages. */
export function prepareModules(): void {
  enableCompileCache();
  useWorkerModules();
}

/** Lets `feed`, where it is imported from here on, write XML as it does in the Worker. */
export function useWorkerModules(): void {
  registerHooks({ resolve: (specifier, context, next) => next(alias[specifier] ?? specifier, context) });
}
