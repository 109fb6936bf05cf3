import { markupOf } from "../../model/markup-of.ts";
import type { Plan } from "../site-rules/old-site.ts";

/** A file that the old site published as it is, and that is copied if an article links to it. */
export interface PlannedAttachment {
  readonly path: string;
  /** The path below the articles folder at which links look for it. */
  readonly place: string;
  /** The path of its copy; undefined if the site cannot serve the file. */
  readonly target: string | undefined;
}

/** Returns the path below the articles folder at which links look for a planned file; undefined unless it is an attachment. */
export function placeOfAttachment(plan: Plan | undefined): string | undefined {
  if (plan?.kind === "left out") return plan.place;
  const isAttachment = plan?.kind === "attachment" || (plan?.kind === "media" && markupOf(plan.target) !== undefined);
  return isAttachment ? plan.target : undefined;
}

/**
 * Plans the copy of an attachment. A text would become an article, so that its copy has the extension `.text`. A page in HTML would lose
 * its styles and scripts, and the build ignores names that begin with `_` or `.`.
 */
export function planAttachment(path: string, place: string): PlannedAttachment {
  const markup = markupOf(place);
  const isServed = markup !== "html" && !/(?:^|\/)[._]/.test(place);
  const target = markup === "text" ? place.replace(/\.[^.]+$/, ".text") : markup === undefined ? place : `${place}.text`;
  return { path, place, target: isServed ? target : undefined };
}
