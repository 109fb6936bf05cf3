import { dynamicRoutes, isAboutRepository, isDynamicRoute, isMarkdown, unreadTexts } from "../../site-rules/content-file.ts";
import { dateOfAddress, isDated } from "../../site-rules/front-matter-date.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { ArticlePlan, Plan, SiteFile } from "../../site-rules/old-site.ts";
import { planMedia } from "../../site-rules/plan-media.ts";
import { readableAddress } from "../../site-rules/readable-address.ts";
import { addressPath, joinPath } from "../../site-rules/site-path.ts";
import { datesInWords } from "../unknown/dates-in-words.ts";
import type { SvelteKitPlaces } from "./sveltekit-places.ts";

/** The parts that all addresses have. */
interface AddressRules {
  /** The path of the site. */
  readonly base: string;
  readonly hasSlash: boolean;
}

/** Plans the files of a SvelteKit site. */
export class SvelteKitPlans {
  readonly #places: SvelteKitPlaces;
  readonly #rules: AddressRules;
  readonly #notes: NoteList;

  constructor(places: SvelteKitPlaces, rules: AddressRules, notes: NoteList) {
    this.#places = places;
    this.#rules = rules;
    this.#notes = notes;
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const { path } = file;
    const { media } = this.#places;
    const role = isMarkdown(path) && !isAboutRepository(file, "") ? this.#places.roleOf(path) : undefined;
    if (role === undefined) return planMedia(path, media);
    if (role === "unread") return { kind: "left out", what: unreadTexts };
    return role === "page" ? this.#planPage(file) : this.#planText(file);
  }

  #planPage(file: SiteFile): Plan {
    const address = this.#places.addressOfPage(file.path);
    if (isDynamicRoute(address)) return { kind: "left out", what: dynamicRoutes };
    const isMdx = /\.mdx$/i.test(file.path);
    const target = joinPath(address, `index.${isMdx ? "mdx" : "md"}`);
    return { ...this.#articleOf(file, target), address: this.#addressOf(address, ":sections/:filename", file, target) };
  }

  #planText(file: SiteFile): ArticlePlan {
    const target = this.#places.placeOf(file.path);
    const plan = this.#articleOf(file, target);
    const found = this.#places.addresses.of(file);
    if (found === undefined) {
      this.#notes.count(
        "Cannot find the page that publishes them, or only running its code would give their addresses: write permalink into the settings",
        file.path,
      );
      return plan;
    }
    const address = this.#addressOf(found.path, found.pattern, file, target);
    return { ...plan, address, ...(found.isGuess && { isGuess: true }) };
  }

  #articleOf(file: SiteFile, target: string): ArticlePlan {
    const isPost = isDated(file) || dateOfAddress(file.frontMatter) !== undefined;
    const corrections = datesInWords(file.frontMatter);
    return { kind: isPost ? "post" : "page", target, ...(Object.keys(corrections).length > 0 && { corrections }) };
  }

  #addressOf(path: string, pattern: string, { frontMatter }: SiteFile, target: string): NonNullable<ArticlePlan["address"]> {
    const { base, hasSlash } = this.#rules;
    const [whole, slash] = [addressPath(base, path), hasSlash ? "/" : ""];
    const end = whole.endsWith("/") ? "" : slash;
    return readableAddress(whole + end, addressPath(base, pattern) + slash, { target, frontMatter });
  }
}
