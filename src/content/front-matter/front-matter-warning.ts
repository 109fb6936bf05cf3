/** A fault of front matter that was read nevertheless, with its line and column in the article. */
export interface FrontMatterWarning {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Identifies a fault that many articles share. */
  readonly dedupeKey?: string;
}
