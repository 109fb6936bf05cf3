import type { RuleTable } from "./rule-table.ts";

/** The rules of places, comments and update times, which are extensions of a feed. */
export const extensionRules = {
  InvalidLatitude: ["error", "Write degrees from -90 to 90, with a decimal point"],
  InvalidLongitude: ["error", "Write degrees from -180 to 180, with a decimal point"],
  InvalidCoord: ["error", "Write a latitude and a longitude, separated by a space"],
  InvalidCoordList: ["error", "Write pairs of latitude and longitude, separated by spaces"],
  CoordComma: ["warning", "Separate latitude and longitude by a space"],
  InvalidUpdatePeriod: ["error", "Write hourly, daily, weekly, monthly or yearly"],
  CommentRSS: ["warning", "Write wfw:commentRss, with a small s"],
  NoThrWhen: ["error", "Write thr:updated"],
  InvalidMetaName: ["error", "Write robots, or remove the element"],
  InvalidMetaContent: ["error", "Write instructions such as noindex,nofollow"],
  InvalidAccessRestrictionRel: ["error", "Write allow or deny"],
} as const satisfies RuleTable;
