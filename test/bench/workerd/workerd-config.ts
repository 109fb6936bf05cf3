/** The files of a Worker for workerd. Paths are relative to the configuration; modules have their own folder. */
export interface WorkerdWorker {
  readonly compatibilityDate: string;
  readonly compatibilityFlags: readonly string[];
  /** The first is the entry. */
  readonly modules: readonly string[];
  /** Files of JSON by the name of the binding. */
  readonly json: Readonly<Record<string, string>>;
  /** Folders of static files, as absolute paths, by the name of the binding. */
  readonly folders: Readonly<Record<string, string>>;
  /** Options of V8, such as the limit of memory. */
  readonly v8Flags?: readonly string[];
}

/**
 * Returns the configuration of a workerd that runs only one Worker: no proxy, no simulated edge, one socket
 * (workerd.capnp in the package workerd describes the language).
 */
export function workerdConfig({ compatibilityDate, compatibilityFlags, folders, json, modules, v8Flags = [] }: WorkerdWorker): string {
  const disks = Object.entries(folders).map(([name, path]) => `(name = ${text(`disk:${name}`)}, disk = (path = ${text(path)}))`);
  const bindings = [
    ...Object.entries(json).map(([name, file]) => `(name = ${text(name)}, json = embed ${text(file)})`),
    ...Object.keys(folders).map((name) => `(name = ${text(name)}, service = ${text(`disk:${name}`)})`),
  ];
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [${['(name = "main", worker = .worker)', ...disks].join(", ")}],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
  v8Flags = [${v8Flags.map(text).join(", ")}],
);
const worker :Workerd.Worker = (
  modules = [${modules.map(moduleOf).join(", ")}],
  bindings = [${bindings.join(", ")}],
  compatibilityDate = ${text(compatibilityDate)},
  compatibilityFlags = [${compatibilityFlags.map(text).join(", ")}],
);
`;
}

const kinds: Readonly<Record<string, string>> = { js: "esModule", mjs: "esModule", json: "json", txt: "text", html: "text", wasm: "wasm" };

function moduleOf(file: string): string {
  const kind = kinds[file.slice(file.lastIndexOf(".") + 1)] ?? "data";
  return `(name = ${text(file.replace(/^[^/]*\//, ""))}, ${kind} = embed ${text(file)})`;
}

function text(value: string): string {
  if (/[\p{Cc}]/u.test(value)) throw new Error(`Cannot write ${JSON.stringify(value)} into a configuration of workerd`);
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}
