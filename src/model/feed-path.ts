import { type Format, formats } from "./format.ts";

/** The parsed address of a page of a feed, as a feed document or as HTML. */
export interface FeedPath {
  /** The decoded path of the selection, such as `/categories/sea`; empty for the whole site. */
  readonly selection: string;
  /** The number of an archive page. */
  readonly number?: number;
  /** Undefined for the HTML page. */
  readonly format?: Format;
}

/** Returns the decoded path of an address. */
export function formatFeedPath({ format, number, selection }: FeedPath): string {
  return `${selection}${number === undefined ? "" : `/archive/${number}`}${format?.path ?? "/"}`;
}

const address = /^(?<selection>.*?)(?:\/archive\/(?<number>[1-9]\d{0,8}))?(?<file>\/[^/]*)$/s;

/** Parses a decoded path such as `/categories/sea/archive/3/atom.xml`. Returns undefined for any other path. */
export function parseFeedPath(path: string): FeedPath | undefined {
  const { selection = "", number, file } = address.exec(path)?.groups ?? {};
  const format = formats.find(({ path }) => path === file);
  if (format === undefined && file !== "/") return undefined;
  return { selection, ...(number !== undefined && { number: Number(number) }), ...(format !== undefined && { format }) };
}
