import { truncate } from "../../base/truncate.ts";
import type { LostKind } from "../links/resolve-links.ts";

/** Describes a broken link: the article is left out because of its errors. @param path as the link has it */
export function describeFaultyLink(path: string): string {
  return `Cannot link to ${JSON.stringify(path)}: this article has errors; fix them, and the link works`;
}

/** Describes a link to a draft. @param reference as the author wrote it */
export function describeDraftLink(reference: string): string {
  return `Cannot follow the link to ${JSON.stringify(reference)}: it is a draft; publish it, and the link works`;
}

/** Describes a link to an article that has expired. @param reference as the author wrote it */
export function describeExpiredLink(reference: string): string {
  return `Cannot follow the link to ${JSON.stringify(reference)}: the article has expired, and its address is a 410; remove the link`;
}

/** Describes a reference that readers cannot use. @param reference as the author wrote it */
export function describeLost(reference: string, kind: LostKind): string {
  const written = JSON.stringify(truncate(reference.slice(0, 200), 100));
  if (kind === "link") return `Cannot link to ${written}: readers cannot open it; only its words are shown. Link to a web page or a file`;
  if (kind === "embed") return `Cannot embed ${written}: readers cannot open it; use an address that is public`;
  return `Cannot ${kind === "picture" ? "show" : "play"} the ${kind} ${written}: readers cannot load it; save it as a file next to the article`;
}

/** Describes an id that two elements of an article have. @param unique the id that the later one gets */
export function describeDuplicate(id: string, unique: string): string {
  return `Cannot use the id ${JSON.stringify(id)} twice in an article: this one became ${JSON.stringify(unique)}; write another id`;
}
