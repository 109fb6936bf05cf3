import { jekyll } from "../generators/jekyll.ts";
import type { Generator } from "../generators/old-site.ts";
import { unknownFolder } from "../generators/unknown-folder.ts";

/** All generators in the order in which they are asked. The last one takes any folder. */
export const generators: readonly Generator[] = [jekyll, unknownFolder];
