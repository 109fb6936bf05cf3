import { plural } from "../../base/plural.ts";
import { tableOf } from "../../base/table-values.ts";
import type { FeedPodcast } from "../../feed-parser/podcast-site.ts";
import { podcastCategories } from "../../settings/podcast-categories.ts";
import { maxLimit } from "../../settings/site-settings.ts";
import { tomlLine } from "../../settings/toml-value.ts";
import type { OldSettings } from "../site-rules/old-site.ts";
import { settingProblem } from "./setting-problem.ts";

const required = { category: podcastCategories[0], email: "ada@example.com" };

/**
 * Returns the `podcast` table for an old podcast, valid by the rules of the settings; undefined if directories need more than its feed has.
 * @param author the author in the settings, whose address may be that of the owner
 * @param notes receives a note for each value that is not used
 */
export function usablePodcast(podcast: FeedPodcast, author: unknown, notes: string[]): Readonly<Record<string, unknown>> | undefined {
  const { category: written, ...others } = podcast;
  const categories = [...new Set(written.flatMap((name) => usableCategory(name, notes) ?? []))];
  const usable = Object.entries(others).flatMap(([key, value]) => {
    const problem = value === undefined ? undefined : settingProblem("podcast", { ...required, [key]: value });
    if (problem !== undefined) notes.push(`The old value is not used. ${problem}`);
    return value === undefined || problem !== undefined ? [] : [[key, value] as const];
  });
  const table = { category: categories.length === 1 ? categories[0] : categories, ...Object.fromEntries(usable) };
  const email = "email" in table ? table.email : tableOf(author)["email"];
  const missing = [
    ...(categories.length === 0 ? ["category of Apple Podcasts"] : []),
    ...(email === undefined ? ["address of its owner"] : []),
  ];
  if (missing.length === 0) return table;
  const example = { ...(categories.length === 0 ? { ...table, category: "…" } : table), ...(email === undefined && { email: "…" }) };
  notes.push(
    `Not a podcast yet, since the feed has no ${missing.join(" and no ")}: complete this line, and add it to [vars.SITE]: ${tomlLine("podcast", example)}`,
  );
  return undefined;
}

// Apple had other sub-categories before 2019. The category itself is mostly the same.
function usableCategory(name: string, notes: string[]): string | undefined {
  const [outer = ""] = name.split(" > ");
  const known = (name: string) => podcastCategories.find((category) => category.toLowerCase() === name.toLowerCase());
  const category = known(name);
  if (category === undefined) notes.push(`The old value is not used. ${settingProblem("podcast", { ...required, category: name })}`);
  return category ?? known(outer);
}

/**
 * Returns a limit of feeds with room for twice the episodes of an old podcast, since directories show only what the feed contains. A limit
 * of the owner is kept, with a note if it is too low.
 */
export function limitFor({ episodes, podcast }: OldSettings, own: unknown, notes: string[]): number | undefined {
  if (podcast === undefined || episodes === undefined) return undefined;
  if (typeof own !== "number") return Math.min(maxLimit, Math.max(1, Math.ceil(episodes / 50)) * 100);
  if (own < episodes)
    notes.push(
      `Kept limit = ${own} of wrangler.toml; the old feed has ${plural(episodes, "episode")}, and directories show only what the feed contains`,
    );
  return undefined;
}
