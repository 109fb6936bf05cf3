import { plural } from "../base/plural.ts";
import { isUnreachableHost } from "../network/private-host.ts";
import type { DocumentCheck } from "./check-context.ts";
import type { FeedView } from "./live-site/feed-view.ts";
import { type EntryElement, entryElements } from "./location/entry-elements.ts";
import { locateEntries } from "./location/locate-entries.ts";

const check = "private links";
const advice = "Build the feed with the public address of the site: subscribers cannot open these links";

/**
 * Checks that a public feed does not link to the machine or the network where it was built. Ids and the content of entries may contain
 * any address.
 */
export const checkPrivateLinks: DocumentCheck = ({ addresses: [address], view }) => {
  if (address === undefined || isUnreachableHost(address) || !mentionsUnreachableHost(view.text)) return [];
  const { entries, site } = view.document;
  const links = linksOf(view, address);
  const concerned = new Map(
    links.flatMap((urls, index) => {
      const found = urls.find(isUnreachableHost);
      return found === undefined ? [] : [[index, found] as const];
    }),
  );
  if (concerned.size > 0) {
    const count = `${concerned.size} of ${plural(entries.length, "entry", "entries")}`;
    const isEach = concerned.size === links.filter((urls) => urls.length > 0).length;
    const message = `${count} ${concerned.size === 1 ? "links" : "link"} to a host that others cannot reach`;
    const place = locateEntries(view, [...concerned.keys()], "link", (index) => concerned.get(index));
    return [{ check, severity: isEach ? "error" : "warning", message, ...place, advice }];
  }
  const home = URL.parse(site?.home ?? "", address)?.href ?? "";
  if (!isUnreachableHost(home)) return [];
  return [{ check, severity: "warning", message: "The feed links to a page on a host that others cannot reach", evidence: home, advice }];
};

/** Returns whether a text contains the address of such a host, also in another place than a link. */
function mentionsUnreachableHost(text: string): boolean {
  const hosts = new Set(text.matchAll(/\/\/([\w.:[\]-]{1,255})/g).map(([, host = ""]) => host.toLowerCase()));
  return hosts.values().some((host) => isUnreachableHost(`http://${host}/`));
}

function isLink({ local, value }: EntryElement): boolean {
  return value !== "" && (local === "link" || local === "enclosure");
}

// The parser prefers the permalink of an item to its link.
function linksOf({ document, kind, text }: FeedView, address: string): string[][] {
  const written = kind === "json" ? [] : entryElements(text).map(({ elements }) => elements.filter(isLink).map(({ value }) => value));
  const isComplete = written.length === document.entries.length; // it skips entries of another form
  return document.entries.map(({ enclosure, link }, index) =>
    [...(isComplete ? (written[index] ?? []) : []), link, enclosure?.url].flatMap((url) => {
      const absolute = url === undefined ? null : URL.parse(url, address);
      return absolute === null ? [] : [absolute.href];
    }),
  );
}
