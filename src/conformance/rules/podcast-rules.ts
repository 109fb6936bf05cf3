import type { RuleTable } from "./rule-table.ts";

const directory = "Write what directories require: language (xml:lang in Atom), itunes:category, itunes:explicit and itunes:image";
const category = "Use a category of Apple's list, written exactly as there";

/** The rules of podcasts (the iTunes namespace). */
export const podcastRules = {
  MissingItunesElement: ["warning", directory],
  MissingItunesEmail: [
    "warning",
    "Add itunes:owner with itunes:email if a directory asks for it: Apple no longer needs its address, and others verify the owner with it",
  ],
  UnsupportedItunesFormat: ["warning", "Use a format that podcast directories accept: m4a, mp3, mov, mp4, m4v, pdf or epub"],
  InvalidItunesCategory: ["error", category],
  ObsoleteItunesCategory: ["warning", category],
  InvalidItunesChannelType: ["error", "Write episodic or serial"],
  InvalidItunesEpisodeType: ["error", "Write full, trailer or bonus"],
  InvalidKeywords: ["warning", "Write commas between keywords"],
  InvalidDuration: ["error", "Write seconds, or hours:minutes:seconds"],
} as const satisfies RuleTable;
