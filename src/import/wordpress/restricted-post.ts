import type { WordpressContent } from "./wordpress-content.ts";

/** The fields in which plugins restrict a whole post, and their values. */
const restrictions: ReadonlyMap<string, RegExp> = new Map([
  ["_jetpack_newsletter_access", /^(?!everybody$)\S/], // subscribers, paid_subscribers
  ["_jetpack_memberships_contains_paid_content", /^(?:1|true)$/],
  ["_jetpack_memberships_contains_paywalled_content", /^(?:1|true)$/],
  ["_members_access_role", /\S/], // Members
  ["_members_access_all_logged_in", /^(?:1|true|yes)$/],
  ["rcp_subscription_level", /^(?!(?:a:0:\{\}|0|none)$)\S/i], // Restrict Content Pro
  ["rcp_access_level", /^(?!(?:0|none)$)\S/i],
  ["rcp_user_level", /^(?!(?:all|none|a:0:\{\}|a:1:\{i:0;s:3:"all";\})$)\S/i],
  ["rcUserLevel", /^(?!(?:none|a:0:\{\})$)\S/i], // Restrict Content
  ["_is_paid", /^(?:1|on|true|yes)$/],
  ["_wpmem_block", /^[12]$/], // WP-Members: restricted, hidden
  ["um_content_restriction", /"_um_custom_access_settings";(?:b:1|i:1|s:1:"1");s:14:"_um_accessible";(?:i:2|s:1:"2")/], // Ultimate Member
  ["passster_activate_protection", /^(?:1|true|on|yes)$/],
  ["patreon-level", /^(?!0*(?:\.0+)?$)\S/],
  ["groups-read", /\S/],
  ["memberful_acl", /^(?!a:0:\{\}$)\S/],
  ["pms-content-restrict-user-status", /^loggedin$/], // Paid Member Subscriptions
  ["pms-content-restrict-subscription-plan", /\S/],
  ["wppb-content-restrict-user-status", /^loggedin$/], // Profile Builder
  ["ihc_mb_who", /^(?!.*\b(?:unreg|all)\b)\S/], // Ultimate Membership Pro
]);

// Fields of other plugins and themes whose names say it: `members_only`, `_is_premium`.
const sayingName =
  /^_?(?:is_)?(?:(?:members?|subscribers?|paid|premium|patrons?|users?|vip)[_-]?only|(?:for_)?members?|premium(?:_(?:post|content))?|restrict(?:ed)?(?:_content)?|members?_content|requires?_login|login_required|private(?:_post|_content)?|(?:page_)?for_members)$/i;
const isOn = /^(?:1|on|true|yes)$/i;

/** Returns whether a field may restrict a post. */
export function isRestrictionField(key: string): boolean {
  return restrictions.has(key) || sayingName.test(key);
}

/**
 * Returns the field that restricts a post to some readers; undefined if it was public. Rules for whole categories, and those in
 * tables of plugins, are in no export.
 * @param shown the part of the text that visitors saw, if they did not see all of it
 */
export function restrictionOf(
  fields: Iterable<readonly [key: string, value: string]>,
  shown: WordpressContent["shown"],
): string | undefined {
  for (const [key, value] of fields) {
    const restricting = restrictions.get(key) ?? (sayingName.test(key) ? isOn : undefined);
    if (restricting?.test(value.trim()) && !isRespected(key, shown)) return key;
  }
  return undefined;
}

// The public part of a text with a paywall, or with paid blocks, was for everyone.
function isRespected(key: string, shown: WordpressContent["shown"]): boolean {
  return (
    (key === "_jetpack_newsletter_access" && shown === "before paywall") || (key.startsWith("_jetpack_memberships") && shown !== undefined)
  );
}
