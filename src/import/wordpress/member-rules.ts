import { childText, type StreamedElement } from "../../feed-parser/streamed-element.ts";

/** A rule of MemberPress, which restricts posts to members. */
export interface MemberRule {
  /** `all`, `all_post`, `single_post`, `category` and others. */
  readonly type: string;
  /** The number of a post, or the name of a category. */
  readonly content: string;
}

/** Returns whether a rule restricts a post. */
export function isRestrictedByRule(item: StreamedElement, rules: readonly MemberRule[]): boolean {
  const postType = childText(item, "wp:post_type") ?? "post";
  return rules.some(({ content, type }) => {
    if (type === "all" || type === `all_${postType}` || type === `all_${postType}s`) return true;
    if (type.startsWith("single_")) return content.split(/[\s,]+/).includes(childText(item, "wp:post_id") ?? "");
    if (type !== "category" && type !== "tag") return false;
    const name = content.toLowerCase();
    return item.children.some(
      (child) => child.name === "category" && (child.attributes["nicename"] === name || child.text.trim().toLowerCase() === name),
    );
  });
}

/** Returns the note about rules that an import cannot apply. */
export function noteOfOtherRules(rules: readonly MemberRule[]): string | undefined {
  const others = rules
    .filter(({ type }) => !/^(?:all$|all_|single_|category$|tag$)/.test(type))
    .map(({ content, type }) => `${type} ${content}`);
  if (others.length === 0) return undefined;
  return `Check which posts these rules of MemberPress kept for members, and add draft: true to those: ${others.slice(0, 10).join(", ")}`;
}
