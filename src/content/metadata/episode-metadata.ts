import type { Episode } from "../../model/entry.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { isFalse, isTrue } from "../front-matter/front-matter-value.ts";

/** Reads the podcast fields of an article. Returns undefined if it has none. */
export function readEpisode(
  find: (field: keyof Episode) => FrontMatterValue | undefined,
  warn: (field: keyof Episode, message: string) => void,
): Episode | undefined {
  const read = <T>(field: keyof Episode, parse: (text: string) => T | undefined, fault: string): T | undefined => {
    const value = find(field);
    const parsed = typeof value === "string" ? parse(value.trim()) : undefined;
    if (value !== undefined && parsed === undefined) warn(field, `Cannot use ${field} ${JSON.stringify(value)}: ${fault}`);
    return parsed;
  };
  const episode = read("episode", positive, "it is not a whole number from 1 on");
  const season = read("season", positive, "it is not a whole number from 1 on");
  const episodeType = read("episodeType", typeOf, "it is not full, trailer or bonus");
  const explicit = read("explicit", truth, "it is neither true nor false");
  const fields = {
    ...(episode !== undefined && { episode }),
    ...(season !== undefined && { season }),
    ...(episodeType !== undefined && { episodeType }),
    ...(explicit !== undefined && { explicit }),
  };
  return Object.keys(fields).length === 0 ? undefined : fields;
}

function positive(text: string): number | undefined {
  return /^0*[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

function typeOf(text: string): Episode["episodeType"] {
  return (["full", "trailer", "bonus"] as const).find((type) => type === text.toLowerCase());
}

function truth(text: string): boolean | undefined {
  return isTrue(text) ? true : isFalse(text) ? false : undefined;
}
