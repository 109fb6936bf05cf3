import { isTable } from "../base/table-values.ts";
import { addressFault } from "../build/verify/verify-address.ts";
import { editSettings, type Setting } from "../build/wrangler/edit-settings.ts";
import { readSettings } from "../build/wrangler/settings-file.ts";
import { parseWranglerFile } from "../build/wrangler/wrangler-file.ts";
import { defaultPermalinks } from "../import/default-permalinks.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { sampleSettings } from "../settings/sample-site.ts";
import { renameWorker } from "./rename-worker.ts";

/** The settings that `npm run init` asks for. */
export type InitKey = "title" | "description" | "url" | "author" | "language" | "timezone" | "from";

/** A question of `npm run init`. */
export interface InitQuestion {
  readonly key: InitKey;
  readonly text: string;
  /** The value if the answer is empty; undefined if there must be an answer. */
  readonly fallback: string | undefined;
}

type Current = Readonly<Partial<Record<InitKey, unknown>>> & { readonly author?: { readonly name?: string } };

/**
 * Creates the questions for a wrangler.toml. Existing values are the fallbacks, but not those of the sample site, nor an address that no
 * deployment can have.
 * @param timezone IANA name of this machine's zone
 */
export function initQuestions(toml: string, timezone: string): InitQuestion[] {
  const current = (readSettings(parseWranglerFile(toml, "wrangler.toml"), "").settings ?? {}) as Current;
  const own = (key: "title" | "description" | "author", value: unknown) =>
    isSame(value, sampleSettings[key]) ? undefined : textOf(key === "author" ? (value as Current["author"])?.name : value);
  const url = textOf(current.url) ?? "";
  const hasSampleTitle = current.title === sampleSettings["title"];
  return [
    { key: "title", text: "Title of the site", fallback: own("title", current.title) },
    { key: "description", text: "A sentence about it", fallback: own("description", current.description) ?? "" },
    {
      key: "url",
      text: "Its address, such as https://example.com, if you know it already",
      fallback: addressFault(url) === undefined ? url : "",
    },
    { key: "author", text: "Name of the author", fallback: own("author", current.author) ?? "" },
    { key: "language", text: "Language, such as en, pt-BR or ar", fallback: textOf(current.language) ?? "en" },
    { key: "timezone", text: "Time zone", fallback: hasSampleTitle ? timezone : (textOf(current.timezone) ?? timezone) },
    {
      key: "from",
      text: `Where its posts come from: ${Object.keys(defaultPermalinks).join(", ")}; or nowhere, if you will run npm run import`,
      fallback: "",
    },
  ];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The answers to some of the questions. */
export type InitAnswers = Readonly<Partial<Record<InitKey, string>>>;

/** Writes answers to wrangler.toml. Without an author, the title is the author's name. */
export function applyAnswers(toml: string, answers: InitAnswers): string {
  const { author, from = "", title } = answers;
  const current = (readSettings(parseWranglerFile(toml, "wrangler.toml"), "").settings ?? {}) as Current;
  const name = author === "" ? title : author;
  const permalink = defaultPermalinks[from.toLowerCase()];
  const settings: Record<string, Setting> = {};
  for (const key of ["title", "description", "url", "language", "timezone"] as const) {
    const answer = answers[key];
    if (answer !== undefined && answer !== (current[key] ?? "")) settings[key] = answer;
  }
  // A text or a list in the place of the author's table is replaced.
  const kept = isTable(current.author) ? (current.author as Readonly<Record<string, string>>) : {};
  if (name !== undefined && name !== "" && name !== current.author?.name) settings["author"] = { ...kept, name };
  if (permalink !== undefined) settings["permalink"] = permalink;
  const edited = editSettings(toml, settings);
  return title === undefined ? edited : renameWorker(edited, parseWranglerFile(toml, "wrangler.toml"), title);
}

/** Turns an answer into the value that was meant: `example.com` is an address, too. */
export function normalizeAnswer(key: InitKey, answer: string): string {
  const text = answer.trim();
  if (key === "url" && /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\/?$/.test(text)) return `https://${text}`;
  if (key === "from") return /^(?:none|nowhere|-)$/i.test(text) ? "" : text.toLowerCase();
  return text;
}

/** Returns the problem of an answer; undefined if it is valid. Problems of other settings in the file do not count. */
export function problemOfAnswer(toml: string, key: InitKey, answer: string): string | undefined {
  if (key === "from") {
    if (answer === "" || Object.hasOwn(defaultPermalinks, answer)) return undefined;
    return `Cannot use ${JSON.stringify(answer)} as the origin of the posts: write one of ${Object.keys(defaultPermalinks).join(", ")}, or nothing; npm run import reads the settings of all systems`;
  }
  const isSample = answer !== "" && isSame(key === "author" ? { name: answer } : answer, sampleSettings[key]);
  if (isSample && (key === "title" || key === "description" || key === "author"))
    return `Cannot use ${JSON.stringify(answer)}: it is the ${key} of the sample site, which is not deployed with your articles; write your own`;
  const answered = applyAnswers(toml, { title: "Title", [key]: answer });
  const known = new Set(problemsOf(toml).map(({ message }) => message));
  const problem = problemsOf(answered).find(({ message }) => !known.has(message))?.message;
  const fault = key === "url" ? addressFault(answer) : undefined;
  return problem ?? (fault && `${fault}; write the public address of the site, or nothing: npm run deploy finds it`);
}

function problemsOf(toml: string): readonly Diagnostic[] {
  return readSettings(parseWranglerFile(toml, "wrangler.toml"), "").problems;
}
