import { writeSync } from "node:fs";
import { loadPackage } from "../../files/load-package.ts";

// Reads a wrangler.toml as wrangler does, in a process of its own: the import takes more than a second. The arguments are the path and the
// environment. Prints a JSON array: the message of the error, or an empty text, and the warnings.

const [config = "", env = ""] = process.argv.slice(2);
const warnings: string[] = [];
console.warn = (...texts: readonly unknown[]) => void warnings.push(texts.join(" "));
let message = "";
process.env["WRANGLER_LOG"] = "warn"; // otherwise an owner's own level may hide the warnings
const { unstable_readConfig } = loadPackage("wrangler");
try {
  unstable_readConfig({ config, env });
} catch (error) {
  message = error instanceof Error ? error.message : String(error);
}
writeSync(1, JSON.stringify([message, ...warnings]));
process.exit(); // at once: after some warnings wrangler asks the registry for a newer version
