/** The values of an option of wrangler: a kind, or the words that it accepts. A `list` is given once for each value. */
export type WranglerOption = "boolean" | "list" | "number" | "port" | "string" | readonly string[];

type WranglerOptions = Readonly<Record<string, WranglerOption>>;

const shared: WranglerOptions = {
  ...named("boolean", "bundle latest minify"),
  ...named("list", "alias compatibility-flag compatibility-flags define env-file route routes var"),
  ...named("string", "assets compatibility-date jsx-factory jsx-fragment name profile tsconfig"),
};

/**
 * The options of `wrangler dev` and `wrangler deploy` that `npm start` and `npm run deploy` pass on. Wrangler describes a wrong option in
 * lines about its own code. `--no-bundle` is `bundle`; `cwd` is missing, since the folder is that of wrangler.toml.
 */
export const wranglerOptions: Readonly<Record<"deploy" | "dev", WranglerOptions>> = {
  dev: {
    ...shared,
    ...named("boolean", "infer-origin-from-routes live-reload local remote show-interactive-dev-session test-scheduled tunnel types"),
    ...named("list", "tunnel-allowed-mail"),
    ...named("port", "inspector-port port"),
    ...named("string", "host https-cert-path https-key-path inspector-ip ip local-upstream persist-to tunnel-name"),
    ...named(["http", "https"], "local-protocol upstream-protocol"),
    ...named(["debug", "info", "log", "warn", "error", "none"], "log-level"),
  },
  deploy: {
    ...shared,
    ...named("boolean", "autoconfig experimental-route-zones keep-vars logpush strict upload-source-maps x-route-zones"),
    ...named("list", "domain domains schedule schedules triggers zone zone-id zone-ids zones"),
    ...named("number", "old-asset-ttl"),
    ...named("string", "dispatch-namespace durable-objects-code-update-mode message metafile outdir outfile secrets-file tag"),
    ...named(["immediate", "gradual", "none"], "containers-rollout"),
  },
};

function named(option: WranglerOption, names: string): WranglerOptions {
  return Object.fromEntries(names.split(" ").map((name) => [name, option]));
}

/** Returns the advice for a value that an option does not accept; undefined if it accepts the value. */
export function faultOfValue(name: string, option: WranglerOption, value: string): string | undefined {
  if (typeof option === "object")
    return option.includes(value) ? undefined : `write ${option.map((word) => `--${name} ${word}`).join(" or ")}`;
  if (option !== "number" && option !== "port") return undefined;
  const isNumber = /^\d+$/.test(value) && (option === "number" || Number(value) <= 65_535);
  if (isNumber) return undefined;
  return option === "port" ? `write a number up to 65535, such as --${name} 8080` : `write a whole number, such as --${name} 60`;
}
