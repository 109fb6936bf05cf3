import type { SourceLocation } from "../../model/diagnostic.ts";

/** A link to an anchor of another article, to check once all are compiled: then the anchors are known. */
export interface AnchorLink extends SourceLocation {
  /** As it is written. */
  readonly reference: string;
  /** URL of the other article's page. */
  readonly url: string;
  /** Decoded, and without the prefix of the other article. */
  readonly anchor: string;
  readonly prefix: string;
}
