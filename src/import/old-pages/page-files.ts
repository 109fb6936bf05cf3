/** Files of a folder that a generator renders as pages. */
export interface PageFiles {
  /** The folder: `src/pages`. */
  readonly folder: string;
  /** Matches the path of a page below the folder. Its first group is the address: `about` of `about.astro`. */
  readonly name: RegExp;
}
