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

/** The `[vars.SITE.podcast]` table of wrangler.toml: what directories of podcasts ask of a site. */
export const podcastSchema = z.strictObject({
  /** As `podcastCategories` writes them, the one that matters most first. */
  category: categories,
  explicit: z.boolean().default(false),
  type: z.enum(["episodic", "serial"], { error: "neither episodic nor serial" }).default("episodic"),
  /** Where directories write to the owner; the author's where it is not given. */
  email: z.email("not an e-mail address").optional(),
});

/** The settings of a podcast with their defaults. */
export type Podcast = z.output<typeof podcastSchema>;

/** Whether directories can write to the owner of a podcast, on which they insist. The settings may be wrong in other ways. */
export function hasOwnerAddress({ author, podcast }: { readonly author: Addressed; readonly podcast?: Addressed }): boolean {
  return typeof podcast !== "object" || (podcast.email ?? author?.email) !== undefined;
}

type Addressed = { readonly email?: string | undefined } | undefined;

// "Arts>Books" is meant as it is.
function spaced(name: string): string {
  return name
    .split(">")
    .map((part) => part.trim())
    .join(" > ");
}

// A slip, or a sub-category that stands alone.
function advice(name: string): string {
  const within = podcastCategories.filter((category) => category.includes(" > "));
  const partOf = (category: string) => category.split(" > ").at(-1) ?? "";
  const nearest =
    closestWord(name, podcastCategories) ?? within.find((category) => partOf(category) === closestWord(name, within.map(partOf)));
  return nearest === undefined
    ? "; see https://podcasters.apple.com/support/1691-apple-podcasts-categories"
    : `; did you mean ${JSON.stringify(nearest)}?`;
}
