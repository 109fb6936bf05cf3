import sindresorhusSlugify from "@sindresorhus/slugify";
import simovSlugify from "slugify";

/** The values that a `permalink` usually makes slugs of. */
export type SlugSources = Readonly<Record<"title" | "slug" | "fileSlug", string | undefined>>;

const slugs = /\{\{-?\s{0,99}(?:page\.)?(title|slug|fileSlug)\s{0,99}\|\s{0,99}(slug|slugify)\s{0,99}-?\}\}/g;

/**
 * Fills in the slugs of a `permalink`, such as `{{ title | slugify }}`, as the packages of Eleventy's filters make them
 * (www.11ty.dev/docs/filters/slugify). Tags without a value stay.
 */
export function fillSlugs(permalink: string, sources: SlugSources): string {
  return permalink.replace(slugs, (tag, name: keyof SlugSources, filter: string) => {
    const value = sources[name];
    if (value === undefined) return tag;
    return filter === "slug"
      ? simovSlugify.default(value, { replacement: "-", lower: true })
      : sindresorhusSlugify(value, { decamelize: false });
  });
}
