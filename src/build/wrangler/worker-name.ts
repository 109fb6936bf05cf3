import { asciiText } from "../../model/ascii-text.ts";

const maxLength = 63; // of a label of a host, as in an address on workers.dev

/** Returns whether wrangler and Cloudflare accept a value as the name of a Worker. */
export function isWorkerName(name: unknown): name is string {
  return typeof name === "string" && /^[a-z0-9_][a-z0-9_-]*$/.test(name) && name.length <= maxLength;
}

/** The rule for names of Workers, after a colon. */
export const workerNameRule = `use at most ${maxLength} lowercase letters, digits and hyphens`;

const shortLength = 54; // leaves room for the name of an environment

/** Makes a name for a Worker from a title, or from a name that is not valid. */
export function workerNameFor(title: string): string {
  const name = asciiText(title.normalize("NFKC"))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, shortLength)
    .replace(/^-|-$/g, ""); // one at most
  return name === "" ? "my-feeds" : name;
}
