import { type FeedIdOptions, type FeedIdTemplate, feedIdsOf, hasScheme, noteOfUnknownIds } from "./feed-id-template.ts";

/** The ids that own templates of a feed give to posts, and whether all of them are known. */
export class FeedIdRule {
  readonly #templates: readonly FeedIdTemplate[];
  readonly #sample: FeedIdOptions | undefined;
  #known = 0;
  #unknown = 0;

  /**
   * @param sample the inputs for a post that has everything that the templates read, which decides while there is no other post; undefined
   * if the URL of the site is unknown, so that its ids cannot be known
   */
  constructor(templates: readonly FeedIdTemplate[], sample: FeedIdOptions | undefined) {
    this.#templates = templates;
    this.#sample = sample;
  }

  /** Returns the id of a post; undefined if it is unknown, no URL, or if the templates leave the post out. */
  idOf(post: FeedIdOptions): string | undefined {
    const ids = feedIdsOf(this.#templates, post);
    const id = idIn(ids);
    if (id !== undefined) this.#known++;
    else if (ids.length > 0) this.#unknown++;
    return id;
  }

  /** Returns a sentence if the feed had posts whose ids are unknown. */
  get note(): string | undefined {
    if (this.#templates.length === 0 || this.#sample === undefined) return undefined;
    const hasPosts = this.#known + this.#unknown > 0;
    const isKnown = hasPosts ? this.#unknown === 0 : idIn(feedIdsOf(this.#templates, this.#sample)) !== undefined;
    return isKnown ? undefined : noteOfUnknownIds(this.#templates);
  }
}

function idIn([id, ...others]: readonly (string | undefined)[]): string | undefined {
  return id !== undefined && others.length === 0 && hasScheme(id) ? id : undefined;
}
