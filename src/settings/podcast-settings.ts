import * as z from "zod";
import { closestWord } from "../base/closest-word.ts";
import { podcastCategories } from "./podcast-categories.ts";
import { httpUrl, text } from "./setting-values.ts";

const categories = z
  .union([z.string(), z.array(z.string()).min(1, "empty: directories sort podcasts by category")], {
    error: "neither a category of Apple Podcasts nor a list of them",
  })
  .superRefine((value, context) => {
    for (const [index, name] of [value].flat().entries()) {
      if (podcastCategories.includes(spaced(name))) continue;
      const path = Array.isArray(value) ? [index] : [];
      context.addIssue({ code: "custom", path, message: `not a category of Apple Podcasts${advice(spaced(name))}` });
    }
  })
  .transform((value) => [...new Set([value].flat().map(spaced))]);

const maxLength = 128; // podcast namespace: aggregators may truncate what is longer
const shortText = text
  .pipe(z.string().min(1, "empty: write a text or remove the line"))
  .pipe(z.string().max(maxLength, `longer than ${maxLength} characters`));

const personTable = z.strictObject({
  name: shortText,
  /** A role of the Podcast Taxonomy Project; by default, the host. */
  role: shortText.optional(),
  /** A group of the same taxonomy; by default, the cast. */
  group: shortText.optional(),
  image: httpUrl.optional(),
  url: httpUrl.optional(),
});

/** The schema of a person of a podcast (podcast namespace, `podcast:person`), which calls the URL href, and the picture img. */
export const personSchema = z.preprocess(withoutSynonyms, personTable);

function withoutSynonyms(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { href, img, ...person } = value as Readonly<Record<string, unknown>>;
  return { ...(href !== undefined && { url: href }), ...(img !== undefined && { image: img }), ...person };
}

/** The schema of a link for donations (podcast namespace, `podcast:funding`). */
const fundingSchema = z.strictObject({
  url: httpUrl,
  /** The words of the link. */
  text: shortText,
});

/** The schema of the permanent identity of a podcast's feed (podcast namespace, `podcast:guid`). */
export const feedGuid = z.guid('no UUID, such as "917393e3-1b1e-5cef-ace4-edaa54e1f810"');

/** The schema of the `[vars.SITE.podcast]` table of wrangler.toml, which podcast directories require. */
export const podcastSchema = z.strictObject({
  /** Categories in the spelling of `podcastCategories`, the most important first. */
  category: categories,
  explicit: z.boolean().default(false),
  type: z.enum(["episodic", "serial"]).default("episodic"),
  /** The owner's address for podcast directories; by default, the author's. */
  email: z.email('not an e-mail address, such as "ada@example.com"').optional(),
  /** The permanent identity of the podcast; by default, it is computed from idBase. */
  guid: feedGuid.optional(),
  /** True if other platforms must not import the podcast. */
  locked: z.boolean().optional(),
  funding: z.array(fundingSchema).optional(),
  /** The people of every episode. */
  persons: z.array(personSchema).optional(),
  /** The new address of the feed, if the podcast moves to another host. */
  newFeedUrl: httpUrl.optional(),
  /** True if directories should not show the podcast. */
  block: z.boolean().optional(),
  /** True if there will never be another episode. */
  complete: z.boolean().optional(),
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
