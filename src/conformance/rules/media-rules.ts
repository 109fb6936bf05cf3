import type { RuleTable } from "./rule-table.ts";

/** The rules of Media RSS. */
export const mediaRules = {
  MediaRssNamespace: ["error", "Declare the namespace http://search.yahoo.com/mrss/ with its final slash"],
  MediaGroupWithoutAlternatives: ["error", "Put at least two media:content into a group, or remove the group"],
  InvalidMediaMedium: ["error", "Write image, audio, video, document or executable"],
  InvalidMediaExpression: ["error", "Write sample, full or nonstop"],
  InvalidMediaTextType: ["error", "Write plain or html"],
  InvalidMediaRating: ["error", "Write a rating of the scheme: adult or nonadult without a scheme"],
  InvalidMediaHash: ["error", "Write the hash in hexadecimal digits, with the algorithm md5 or sha-1"],
  InvalidMediaRestriction: ["error", "Write all or none, or give the type of the restriction"],
  InvalidMediaRestrictionRel: ["error", "Write allow or deny"],
  InvalidMediaRestrictionType: ["error", "Write country or uri"],
  InvalidCreditRole: ["error", "Write a role in lower case, such as author or producer"],
  InvalidNPTTime: ["error", "Write a time such as 12.5 or 1:02:03"],
  DeprecatedMediaAdult: ["warning", "Write media:rating instead"],
} as const satisfies RuleTable;
