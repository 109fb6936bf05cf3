import type { SourceLocation } from "../../model/diagnostic.ts";

/** A link to a page of the site that is not an article, to check once all pages are known. */
export interface PageLink extends SourceLocation {
  /** The path of the page, encoded. */
  readonly path: string;
}
