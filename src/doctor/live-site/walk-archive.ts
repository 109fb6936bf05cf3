import { reasonNotToRequest } from "../../network/private-host.ts";
import { followRedirects } from "../../network/redirect-chain.ts";
import { defaultTimeout, type HttpResponse, type Network } from "../../network/request.ts";
import { type FeedView, faultOfXml, readFeed } from "./feed-view.ts";
import { type IdentifiedEntry, identifyEntry } from "./identified-entry.ts";

/** The entries of a feed and its archive, as far back as it could be followed. */
export interface History {
  /** Each id once, in its newest version. */
  readonly entries: readonly IdentifiedEntry[];
  /** The number of documents that were read. */
  readonly documents: number;
  /** The reason why entries may be missing: the fault of the link to the next document. */
  readonly gap?: ArchiveFault;
  /** The first document of the archive that is not well-formed: some readers read it, too. */
  readonly broken?: ArchiveFault;
}

/** A document of an archive, and what is wrong with it: a clause. */
interface ArchiveFault {
  readonly url: string;
  readonly reason: string;
  /** True if the server fails to answer: the link may be right. */
  readonly isOfServer?: true;
}

/** The limits of one archive. */
const maxDocuments = 1000;
const maxTotal = 500_000_000; // bytes
const maxTime = 15 * 60_000; // milliseconds

/**
 * Follows the archive or the pages of a feed (RFC 5005 §4 and §3, `next_url` of JSON Feed).
 * @param first the document that readers subscribe to, and its response
 * @param onProgress receives the number of documents so far
 */
export async function walkArchive(
  first: { readonly response: HttpResponse; readonly view: FeedView },
  network: Network,
  onProgress: (documents: number) => void = () => {},
): Promise<History> {
  const seen = new Set([first.response.url]);
  const entries: IdentifiedEntry[] = [];
  const ids = new Set<string>();
  const take = ({ document }: FeedView) => {
    for (const entry of document.entries.map(identifyEntry)) {
      if (!ids.has(entry.id)) entries.push(entry);
      if (entry.id !== "") ids.add(entry.id);
    }
  };
  take(first.view);
  let total = first.response.bytes.length;
  let from = first.response.url;
  let documents = 1;
  let broken: ArchiveFault | undefined;
  const result = (gap?: ArchiveFault): History => ({ entries, documents, ...(gap && { gap }), ...(broken && { broken }) });
  const deadline = network.now() + maxTime;
  for (let { next } = first.view.document; next !== undefined; ) {
    const end = (reason: string): History => result({ url: next ?? "", reason });
    if (seen.has(next)) return end("it was already read: the links form a loop");
    const time = deadline - network.now();
    if (documents >= maxDocuments || total > maxTotal || time <= 0) return end(`${documents} documents were read, which is the limit`);
    const refusal = reasonNotToRequest(next, from);
    if (refusal !== undefined) return end(refusal);
    const read = await readDocument(next, { ...network, timeoutMs: Math.min(network.timeoutMs ?? defaultTimeout, time) });
    if ("reason" in read) return result({ url: next, ...read });
    for (const url of [next, read.response.url]) seen.add(url);
    total += read.response.bytes.length;
    take(read.view);
    const { mistake } = read.view;
    if (mistake !== undefined) broken ??= { url: read.response.url, reason: faultOfXml(mistake).reason };
    onProgress(++documents);
    from = next;
    next = read.view.document.next;
  }
  return result();
}

type ReadDocument = Omit<ArchiveFault, "url"> | { readonly response: HttpResponse; readonly view: FeedView };

async function readDocument(url: string, network: Network): Promise<ReadDocument> {
  const { response, failure } = await followRedirects(url, {}, network);
  if (response === undefined) return { reason: failure?.reason ?? "nothing answers", isOfServer: true };
  const limit = network.limitOf?.(response.url);
  if (limit !== undefined) return { reason: `it was not read, since the server limits requests (${limit.status})` };
  const { status } = response;
  if (status === 404 || status === 410) return { reason: `it answers ${status}` };
  if (status !== 200) return { reason: `it answers ${status}`, isOfServer: true };
  const view = readFeed(response.bytes, response.headers.get("content-type") ?? "", response.url);
  if (!("reason" in view)) return { response, view };
  return { reason: view.reason, ...(view.kind !== "html" && { isOfServer: true }) };
}
