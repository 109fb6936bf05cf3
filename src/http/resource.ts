/** What an address answers, before anything is rendered. */
export interface Resource {
  /** Tells it from every other resource of an edition: its path. */
  readonly key: string;
  /** Media type, with its charset where it takes one. */
  readonly contentType: string;
  /** The value of the Link header (RFC 8288), where there is one. */
  link?(): string;
  /** Everything that its bytes are made from, as hashes and settings in a fixed order. Asked for once an edition. */
  parts(): readonly unknown[];
  render(): Promise<string>;
}
