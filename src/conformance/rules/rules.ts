import { atomRules } from "./atom-rules.ts";
import { documentRules } from "./document-rules.ts";
import { extensionRules } from "./extension-rules.ts";
import { htmlRules } from "./html-rules.ts";
import { mediaRules } from "./media-rules.ts";
import { podcastRules } from "./podcast-rules.ts";
import { rssRules } from "./rss-rules.ts";
import type { RuleTable } from "./rule-table.ts";
import { valueRules } from "./value-rules.ts";

/**
 * The rules by name: those of the W3C feed validator, or sections of specifications. Names that begin with Broadsheet are rules of this
 * project. The tests have a failing case for each.
 */
export const rules = {
  ...documentRules,
  ...valueRules,
  ...htmlRules,
  ...rssRules,
  ...atomRules,
  ...extensionRules,
  ...mediaRules,
  ...podcastRules,
} as const satisfies RuleTable;

export type NamedRule = keyof typeof rules;

/** The names of the rules. Those of JSON Feed are made of the field's name. */
export const RULES = Object.keys(rules) as readonly NamedRule[];
