import { reasonNotToRequest } from "../network/private-host.ts";
import { followRedirects } from "../network/redirect-chain.ts";
import { defaultTimeout, type HttpResponse, type Network } from "../network/request.ts";
import { type FeedView, readFeed } from "./feed-view.ts";
import { type IdentifiedEntry, identifyEntry } from "./identified-entry.ts";

/** All that a feed holds, back to its beginning as far as it could be followed. */
export interface History {
  /** Each id once, as the newest document has it. */
  readonly entries: readonly IdentifiedEntry[];
  /** How many documents were read. */
  readonly documents: number;
  /** Why it may not be all: what is wrong with the link to the next document. */
  readonly gap?: { readonly url: string; readonly reason: string };
}

/** The limits of one archive. */
const maxDocuments = 1000;
const maxTotal = 500_000_000; // bytes
const maxTime = 15 * 60_000; // milliseconds

/**
 * Follows a feed through its archive (RFC 5005 §4, `next_url` of JSON Feed).
 * @param first the document that readers subscribe to, and what it was read from
 * @param onProgress gets the number of documents so far
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
  const deadline = network.now() + maxTime;
  for (let { next } = first.view.document; next !== undefined; ) {
    const end = (reason: string): History => ({ entries, documents, gap: { url: next ?? "", reason } });
    if (seen.has(next)) return end("it was there before: the links go round in a circle");
    const time = deadline - network.now();
    if (documents >= maxDocuments || total > maxTotal || time <= 0)
      return end(`${documents} documents were read, and it was followed no further`);
    const refusal = reasonNotToRequest(next, from);
    if (refusal !== undefined) return end(refusal);
    const read = await readDocument(next, { ...network, timeoutMs: Math.min(network.timeoutMs ?? defaultTimeout, time) });
    if ("reason" in read) return end(read.reason);
    for (const url of [next, read.response.url]) seen.add(url);
    total += read.response.bytes.length;
    take(read.view);
    onProgress(++documents);
    from = next;
    next = read.view.document.next;
  }
  return { entries, documents };
}

async function readDocument(url: string, network: Network) {
  const { response, failure } = await followRedirects(url, {}, network);
  if (response === undefined) return { reason: failure?.reason ?? "nothing answers" };
  if (response.status !== 200) return { reason: `it answers ${response.status}` };
  const view = readFeed(response.bytes, response.headers.get("content-type") ?? "", response.url);
  return "reason" in view ? { reason: view.reason } : { response, view };
}
