// Names that say for whom the text is. Those of staff lists and of forms that remember something are not meant.
const memberWords =
  /member|restrict|private|protect|premium|paywall|password|subscriber|patreon|(?:^|[^b])lock(?:ed|er)|logged-?in|(?:^|-)(?:is-)?paid(?:-|$)|(?:^|-)(?:hide|hidden|secret|vip|access)(?:-|$)/;
const otherWords = /remember|(?:team|staff|board|band|crew|cast|faculty)-?members?(?![a-z]|-?only)|un(?:restrict|protect)|^members-feed$/;
const onlyWords =
  /^(?:only-?(?:for-?)?)?(?:users?|customers?|clients?|patrons?|vips?|fans?|supporters?|students?|donors?|friends|admins?|editors?|buyers?|registered)-?(?:only|content)$/;

/**
 * Names of plugins that hide their text, but do not say so: Restrict Content, MemberPress, s2Member, LearnDash, Groups, aMember,
 * Ultimate Member, Paid Member Subscriptions, Content Control, PPWP, Passster, lockers, and plugins that show a text after a reply,
 * a login or a payment.
 */
const ownNames =
  /^(?:is-(?:free|expired)|mepr-(?:show|active)|s2if|student|course-(?:complete|inprogress|notstarted|started)|ld-(?:student|group|course-.*)|groups?-can|am4show|am4user|um-show-content|pms-restrict|wppb-restrict|content-control|ppwp|passster|pwd|reply|reply-?to-?view|reply2down|login|login-?(?:visible|view|content|to-view)|logged|registered|pay|paid|sell-?content|erphpdown|lock|unlock|opanda|bizpanda|viral-?lock|mycred-(?:sell-this|show-if)|laterpay.*|mm-(?:member|access)-decision)$/;

// Text for visitors who are not logged in.
const visitorName =
  /non-?(?:members?|subscribers?|patrons?|customers?)|not-?(?:a-)?(?:logged-?in|members?|memberful|paid|paying|premium|subscribed|subscribers?|enrolled)|logged-?out|(?:^|-)(?:guests?|visitors?|anonymous|unregistered|public)(?:-|$)/;
const visitorValue =
  /(?:^|\s)(?:status|display[_-]?to|visibility|who|show[_-]?to|if|user|user_status)\s*=\s*["'”″]?(?:not[_-]?logged[_-]?in|logged[_-]?out|out\b|guests?\b|visitors?\b|unregistered)|(?:^|\s)(?:ismember|access|is[_-]?logged[_-]?in)\s*=\s*["'”″]?(?:false|no\b|0)/i;

// Values that restrict a text, in shortcodes of any name.
const memberValue =
  /(?:^|\s)(?:visibility|show[_-]?(?:to|for)|visible[_-]?(?:to|for)|display[_-]?to|user_status)\s*=\s*["'”″]?(?:logged[_-]?in|loggedin|members?\b|users?\b|registered|subscribers?\b|paid\b|private\b)|(?:^|\s)(?:passwords?|capability)\s*=/i;

/**
 * Returns whether a WordPress shortcode hides its text from visitors: by a plugin for members, passwords or payments, or by one that
 * shows it after an action, such as a reply. Names of unknown plugins count if they say so.
 * @param given its arguments, with entities
 */
export function hidesShortcode(name: string, given: string): boolean {
  const key = keyOf(name);
  const values = given.replaceAll("&amp;", "&").replace(/&(?:#8221|#8243|#8220|quot);/g, '"');
  if (key === "s2if") return !showsVisitors(values);
  if (key.startsWith("ihc-hide")) return !isForUnregistered(values);
  if (/^(?:pmpro-)?membership$/.test(key) && isForNoLevel(values)) return false;
  if (isForMembersByName(key)) return /(?:^|-)(?:hide|hidden)(?:-|$)/.test(key) || !visitorValue.test(values);
  return memberValue.test(values);
}

/** Returns whether the name of a shortcode or a block says that visitors do not see its text. */
export function isForMembersByName(name: string): boolean {
  const key = keyOf(name);
  if (/^mepr-hide$/.test(key) || otherWords.test(key)) return false; // [mepr-hide] hides it from members
  if (visitorName.test(key)) return /(?:^|-)(?:hide|hidden|restrict)(?:-|$)/.test(key);
  return memberWords.test(key) || onlyWords.test(key) || ownNames.test(key);
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/^_+/, "").replaceAll("_", "-");
}

// s2Member: [s2If !is_user_logged_in()]. With OR, one such condition is enough.
function showsVisitors(condition: string): boolean {
  const isOut = (term: string) => /^\s*!|not_logged_in|logged_out/.test(term);
  const terms = condition.split(/&&|\bAND\b/i);
  return terms.every((term) => term.split(/\|\||\bOR\b/i).some(isOut));
}

// Ultimate Membership Pro: [ihc-hide-content ihc_mb_type="hide" ihc_mb_who="reg"].
function isForUnregistered(values: string): boolean {
  const who = /ihc_mb_who\s*=\s*["']?([^"'\]]*)/.exec(values)?.[1] ?? "";
  const isUnregistered = /\b(?:unreg|all)\b/.test(who);
  return /ihc_mb_type\s*=\s*["']?hide/.test(values) ? who.trim() !== "" && !isUnregistered : isUnregistered;
}

// Paid Memberships Pro: 0 is nobody's level, and -1 is everybody without level 1.
function isForNoLevel(values: string): boolean {
  const levels = /\blevels?\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(values)?.slice(1).find(Boolean)?.split(",");
  if (levels === undefined) return false;
  return levels.some((level) => level.trim() === "0") || levels.every((level) => /^\s*-\d/.test(level));
}
