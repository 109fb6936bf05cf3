import { type Answer, ask } from "../ask.ts";

/** A feed document of our Worker. */
export interface OwnDocument {
  readonly path: string;
  readonly etag: string;
  readonly body: string;
  /** The headers of a 200 and of a 304. */
  readonly ok: Readonly<Record<string, string>>;
  readonly notModified: Readonly<Record<string, string>>;
}

/** The feed documents, by format. */
export const formats = { RSS: "/rss.xml", Atom: "/atom.xml", JSON: "/feed.json" } as const;

export type FormatName = keyof typeof formats;

/** Fetches the documents of our Worker, from which the others are made. */
export async function readOwnDocuments(port: number): Promise<readonly OwnDocument[]> {
  const documents: OwnDocument[] = [];
  for (const path of Object.values(formats)) {
    const full = await ask(port, path);
    const etag = headerOf(full, "etag") ?? "";
    const notModified = await ask(port, path, { "if-none-match": etag });
    documents.push({ path, etag, body: full.body.toString("utf8"), ok: headersOf(full), notModified: headersOf(notModified) });
  }
  return documents;
}

export function headerOf({ headers }: Pick<Answer, "headers">, name: string): string | undefined {
  return headers.find(([other]) => other === name)?.[1];
}

// Without the headers of the connection.
function headersOf({ headers }: Answer): Record<string, string> {
  return Object.fromEntries(headers.filter(([name]) => !["connection", "transfer-encoding"].includes(name)));
}
