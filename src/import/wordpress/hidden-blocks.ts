import { isForMembersByName } from "./hides-shortcode.ts";

interface BlockComment {
  readonly offset: number;
  /** The offset after the comment. */
  readonly end: number;
  /** Without the namespace of WordPress itself: `group`, `jetpack/paywall`. Empty for a comment that is no block. */
  readonly name: string;
  /** JSON. */
  readonly attributes: string;
  readonly kind: "start" | "end" | "whole" | "wall";
}

/**
 * Removes the blocks that visitors did not see, and everything after a paywall. A block without an end ends with the text.
 * @param onLeftOut receives the name of each removed block
 * @returns the text, and what followed the paywall
 */
export function withoutHiddenBlocks(html: string, onLeftOut: (name: string) => void): { text: string; afterWall: string } {
  let [text, done, depth] = ["", 0, 0];
  let hidden: string | undefined;
  for (const { attributes, end, kind, name, offset } of commentsIn(html)) {
    if (hidden === undefined) {
      if (kind === "wall") return { text: text + html.slice(done, offset), afterWall: html.slice(end) };
      if (kind === "end" || !hidesBlock(name, attributes)) continue;
      text += html.slice(done, offset);
      done = end;
      onLeftOut(`wp:${name}`);
      if (kind === "whole") continue;
      hidden = name;
      depth = 1;
    } else if (name === hidden && kind !== "whole") {
      depth += kind === "start" ? 1 : -1;
      if (depth > 0) continue;
      hidden = undefined;
      done = end;
    }
  }
  return { text: hidden === undefined ? text + html.slice(done) : text, afterWall: "" };
}

function* commentsIn(html: string): Generator<BlockComment> {
  for (let offset = html.indexOf("<!--"); offset >= 0; ) {
    const close = html.indexOf("-->", offset + 4);
    if (close < 0) return;
    const end = close + 3;
    const written = html.slice(offset + 4, close).trim();
    const found = parsed(written);
    if (found !== undefined) yield { offset, end, ...found };
    offset = html.indexOf("<!--", end);
  }
}

const blockName = /^(\/?)wp:([a-z][\w-]{0,80}(?:\/[a-z][\w-]{0,80})?)(?=[\s/]|$)/i;

// The comment of Steady, and those of others: <!--steady-paywall-->.
const wallComment = /^(?:[\w-]{1,40}-)?paywall$/i;

function parsed(comment: string): Omit<BlockComment, "offset" | "end"> | undefined {
  if (wallComment.test(comment)) return { name: "", attributes: "", kind: "wall" };
  const [start = "", slash, written] = blockName.exec(comment) ?? [];
  if (written === undefined) return undefined;
  const name = written.toLowerCase().replace(/^core\//, "");
  const attributes = comment.slice(start.length);
  if (slash === "" && /(?:^|\/)paywall$/.test(name)) return { name, attributes, kind: "wall" };
  return { name, attributes, kind: slash !== "" ? "end" : attributes.endsWith("/") ? "whole" : "start" };
}

// Namespaces of plugins all of whose blocks hide their text.
const memberNamespace = /^(?:restrict-content|members|content-control|passster|ppwp|memberful|patreon)/;

// Attributes that plugins add to all blocks: Block Visibility and WordPress 6.9, Ultimate Member, LifterLMS, Otter.
const hidingAttributes: readonly RegExp[] = [
  /"blockVisibility":\s{0,9}false/,
  /"hideBlock":\s{0,9}true/,
  /"visibilityByRole":\s{0,9}"(?:logged-in|user-role|users|user-rule-sets)"/,
  /"um_who_access":\s{0,9}"?1/,
  /"llms_visibility":\s{0,9}"(?:enrolled|logged_in)"/,
  /"type":\s{0,9}"(?:loggedInUser|userRoles)"/,
  /"userStatus":\s{0,9}"logged_in"/,
];

function hidesBlock(name: string, attributes: string): boolean {
  if (/"visibilityBlockEnabled":\s{0,9}true/.test(attributes) || name === "pmpro/membership") return !isForNonMembers(attributes);
  if (hidingAttributes.some((hiding) => hiding.test(attributes))) return true;
  const [, namespace = "", own = name] = /^([^/]+)\/(.+)$/.exec(name) ?? [];
  if (namespace === "premium-content") return own === "subscriber-view" || own === "paid-block"; // its container has both views
  if (/"ifallowed":\s{0,9}"hide"/.test(attributes)) return false; // MemberPress: hidden from members
  return memberNamespace.test(namespace) || isForMembersByName(own);
}

// Paid Memberships Pro: level 0 has nobody.
function isForNonMembers(attributes: string): boolean {
  return /"invert_restrictions":\s{0,9}"?1/.test(attributes) || /"levels":\s{0,9}\[\s{0,9}"?0"?\s{0,9}\]/.test(attributes);
}
