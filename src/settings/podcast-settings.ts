import * as z from "zod";
import { closestWord } from "../base/closest-word.ts";
import { podcastCategories } from "./podcast-categories.ts";

const categories = z
  .union([z.string(), z.array(z.string()).min(1, "empty: directories sort podcasts by category")], {
    error: "no category of Apple Podcasts, and no list of them",
  })
  .superRefine((value, context) => {
    for (const [index, name] of [value].flat().entries()) {
      if (podcastCategories.includes(spaced(name))) continue;
      const path = Array.isArray(value) ? [index] : [];
      context.addIssue({ code: "custom", path, message: `no category of Apple Podcasts${advice(spaced(name))}` });
    }
  })
  .transform((value) => [...new Set([value].flat().map(spaced))]);

/** The schema of the `[vars.SITE.podcast]` table of wrangler.toml, which podcast directories require. */
export const podcastSchema = z.strictObject({
  /** Categories in the spelling of `podcastCategories`, the most important first. */
  category: categories,
  explicit: z.boolean().default(false),
  type: z.enum(["episodic", "serial"]).default("episodic"),
  /** The owner's address for podcast directories; by default, the author's. */
  email: z.email('not an e-mail address, such as "ada@example.com"').optional(),
});

/** The settings of a podcast with their defaults. */
export type Podcast = z.output<typeof podcastSchema>;

/** Returns whether a podcast has an address of its owner, which directories require. Other settings may be invalid. */
export function hasOwnerAddress({ author, podcast }: { readonly author: Addressed; readonly podcast?: Addressed }): boolean {
  return typeof podcast !== "object" || (podcast.email ?? author?.email) !== undefined;
}

type Addressed = { readonly email?: string | undefined } | undefined;

// Accepts "Arts>Books" without spaces.
function spaced(name: string): string {
  return name
    .split(">")
    .map((part) => part.trim())
    .join(" > ");
}

// Suggests a category for a misspelled one, or for a subcategory without its category.
function advice(name: string): string {
  const within = podcastCategories.filter((category) => category.includes(" > "));
  const partOf = (category: string) => category.split(" > ").at(-1) ?? "";
  const nearest =
    closestWord(name, podcastCategories) ?? within.find((category) => partOf(category) === closestWord(name, within.map(partOf)));
  return nearest === undefined
    ? "; see https://podcasters.apple.com/support/1691-apple-podcasts-categories"
    : `; did you mean ${JSON.stringify(nearest)}?`;
}
