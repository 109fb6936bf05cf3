import { maxBytes } from "../network/request.ts";
import { type DocumentCheck, sizeText } from "./check-context.ts";
import type { FeedView } from "./live-site/feed-view.ts";
import type { Finding } from "./live-site/finding.ts";
import { locatePlaces } from "./location/locate-places.ts";
import { locationsAt } from "./location/location.ts";

const limit = 5_000_000; // the W3C validator (ValidatorLimit) and several readers stop here
const jsonLimit = 100_000; // jsonfeed.org recommends to stay under it

const advice = "Put fewer entries into it, and the older ones into an archive (RFC 5005)";

/** Reports a document of which only the beginning was read. No reader reads further. */
export function reportTruncated(): Finding {
  const message = `It is longer than ${sizeText(maxBytes)}, where reading stopped (ValidatorLimit)`;
  return { check: "size", severity: "error", message, advice };
}

/** Checks the size of the document. */
export const checkSize: DocumentCheck = ({ bytes, view: { kind } }) => {
  const check = "size";
  const message = sizeText(bytes.length);
  if (bytes.length >= limit)
    return [{ check, severity: "error", message: `${message}: readers give up at ${sizeText(limit)} (ValidatorLimit)`, advice }];
  if (kind === "json" && bytes.length > jsonLimit) {
    return [{ check, severity: "note", message: `${message}: a JSON Feed should stay under ${sizeText(jsonLimit)}`, advice }];
  }
  return [{ check, severity: "ok", message }];
};

/** Returns the position of the self link, or of the second one. */
function locateSelf({ kind, selfOffsets, selves, text }: FeedView): Pick<Finding, "location"> {
  const [offset = -1] = selfOffsets.slice(selves.length > 1 ? 1 : 0);
  const location = kind === "json" ? locatePlaces(text, ["$.feed_url"]).get("$.feed_url") : locationsAt(text, [offset]).get(offset);
  return location === undefined || (kind !== "json" && offset < 0) ? {} : { location };
}

/** Checks the feed's own address, by which readers recognize the feed when they get it from another place. */
export const checkSelfLink: DocumentCheck = ({ addresses, view }) => {
  const check = "self link";
  if (view.mistake !== undefined) return [];
  if (view.kind === "rdf" && view.selves.length === 0) return []; // RSS 1.0 has no such link
  const name = view.kind === "json" ? "feed_url" : "self link";
  const place = locateSelf(view);
  const [address] = addresses;
  const advice = `Write it: ${address ?? "the address where readers will find the feed"}`;
  const [self, ...others] = view.selves;
  const right = view.selves.find((each) => addresses.includes(each)) ?? address;
  const keepOne =
    right === undefined ? "Keep the one with the address of the feed" : `Keep only the one to ${right}, and remove the others`;
  if (self === undefined)
    return [{ check, severity: view.kind === "json" ? "note" : "warning", message: `There is no ${name} (${missing[view.kind]})`, advice }];
  if (others.length > 0)
    return [
      {
        check,
        severity: "warning",
        message: `There are ${view.selves.length}`,
        evidence: view.selves.join(", "),
        ...place,
        advice: keepOne,
      },
    ];
  if (addresses.includes(self)) return [{ check, severity: "ok", message: self }];
  if (!/^https?:\/\//i.test(self))
    return [{ check, severity: "warning", message: `It is not absolute (${relative[view.kind]})`, evidence: self, ...place, advice }];
  if (address === undefined) return []; // nothing to compare it with
  const message = `It differs from the address of the feed (${different[view.kind]})`;
  return [
    {
      check,
      severity: "warning",
      message,
      evidence: `${self}, and not ${address}`,
      ...place,
      advice: "Write the one address that readers should store",
    },
  ];
};

const missing = { rss: "MissingAtomSelfLink", rdf: "MissingAtomSelfLink", atom: "MissingSelf", json: "JSON Feed 1.1 feed_url" };
const relative = { rss: "RelativeSelf", rdf: "RelativeSelf", atom: "RelativeSelf", json: "JSON Feed 1.1 feed_url" };
const different = {
  rss: "SelfDoesntMatchLocation",
  rdf: "SelfDoesntMatchLocation",
  atom: "SelfDoesntMatchLocation",
  json: "JSON Feed 1.1 feed_url",
};
