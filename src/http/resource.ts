/** A document at a path, before it is rendered. */
export interface Resource {
  /** The only path of the document, percent-encoded. */
  readonly path: string;
  /** Media type, with its charset where it takes one. */
  readonly contentType: string;
  /** The value of the Link header (RFC 8288). */
  link?(): string;
  /** Everything that its bytes are made from, as hashes and settings in a fixed order. Called once for each snapshot. */
  etagInputs(): readonly unknown[];
  render(): Promise<string>;
}
