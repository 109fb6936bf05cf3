/** A note about an article. Thousands of articles may have a note of the same kind. */
export interface ArticleNote {
  readonly kind: string;
  /** The part that differs between articles. */
  readonly detail?: string;
}
