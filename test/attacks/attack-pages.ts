import type { Server } from "node:http";

/** A page of the site with the results of some attacks. */
export interface AttackPage {
  readonly path: string;
  readonly content: string;
}

/** A site whose articles are the attacks, served as a Worker serves it. */
export interface AttackSite {
  readonly url: string;
  readonly server: Server;
  /** The pages of the entries, by the kind of the attacks in them. */
  readonly pages: Readonly<Record<string, readonly AttackPage[]>>;
  /** Those that show what front matter says. */
  readonly lists: readonly string[];
}

/** The address of a page without a policy, style and content, into which a reader puts an entry. */
export const barePath = "/bare";
