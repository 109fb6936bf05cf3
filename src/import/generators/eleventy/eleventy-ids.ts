import { decodeUri } from "../../../base/decode-uri.ts";
import type { OldSite, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { FeedIdRule } from "../../template-tags/feed-id-rule.ts";
import { findFeedIdTemplates, samplePost } from "../../template-tags/feed-id-template.ts";
import type { Data } from "./directory-data.ts";
import { pageValues } from "./eleventy-values.ts";

/** The values from which own templates of the feed make ids. */
export interface EleventyIdInputs {
  readonly ofSite: Data;
  /** The path below which the site is. */
  readonly prefix: string;
  /** The folder of the templates. */
  readonly input: string;
  /** Returns the data of a text besides its front matter. */
  readonly inherited: (file: SiteFile) => { readonly data: Data };
  /** The URL of the site, if it is known. */
  readonly url: string | undefined;
}

/**
 * Creates the rule of the ids in own templates of the feed, which may join them as texts: `{{ metadata.url }}{{ post.url }}`. If there is no
 * such template, the rule is that of the plugin, which makes URLs of the addresses.
 */
export function eleventyIds(
  folder: SiteFolder,
  { inherited, input, ofSite, prefix, url }: EleventyIdInputs,
): { readonly idOf?: OldSite["idOf"]; readonly note: string | undefined } {
  const found = findFeedIdTemplates(folder);
  if (found.length === 0)
    return {
      ...(url !== undefined && { idOf: ({ path }, file) => (/[?#%]/.test(file.path) ? idOfLink(path, url) : undefined) }),
      note: undefined,
    };
  const values = { ...ofSite, pathPrefix: prefix };
  const inputsOf = (post: Data) => ({ values, post, isComplete: false, language: "nunjucks" }) as const;
  const sample = samplePost(found);
  const rule = new FeedIdRule(found, url === undefined ? undefined : inputsOf({ ...sample, page: sample, data: sample }));
  const idOf = ({ path }: { readonly path: string }, file: SiteFile) => {
    const address = decodeUri(path); // Eleventy escapes no letters
    if (!address.startsWith(`${prefix}/`)) return undefined;
    const data = { ...ofSite, ...inherited(file).data, ...file.frontMatter };
    const page = pageValues(file, input, address.slice(prefix.length));
    return rule.idOf(inputsOf({ ...page, page, data }));
  };
  return {
    idOf,
    get note() {
      return rule.note;
    },
  };
}

// Eleventy does not escape the signs of a file name that have a meaning in a URL: `/posts/why?/`.
function idOfLink(path: string, url: string): string | undefined {
  return /%(?:3F|2[35])/i.test(path) && URL.canParse(url + decodeUri(path)) ? new URL(url + decodeUri(path)).href : undefined;
}
