import type { FrontMatter } from "../front-matter/front-matter.ts";
import { asList, isNull } from "../front-matter/front-matter-value.ts";
import { metadataKeys } from "../front-matter/keys/metadata-keys.ts";

/** The old addresses of an article, and the first key with such addresses. */
export interface Aliases {
  readonly aliases: readonly string[];
  readonly key: string | undefined;
}

/** Reads the aliases of an article from all keys for them: an article may have those of two generators. */
export function readAliases(data: FrontMatter["data"], warn: (key: string, message: string) => void): Aliases {
  const keys = metadataKeys.aliases.filter((key) => data[key] !== undefined && !isNull(data[key]));
  const aliases = keys.flatMap((key) =>
    asList(data[key]).flatMap((value) => {
      if (typeof value !== "string") warn(key, `Cannot use the alias ${JSON.stringify(value)}: it is not a path such as /old`);
      const alias = typeof value === "string" ? value.trim() : "";
      if (/^\/\/[^/]/.test(alias)) warn(key, describeDoubleSlash(alias));
      return alias === "" ? [] : [alias];
    }),
  );
  return { aliases: [...new Set(aliases)], key: keys[0] };
}

// In a link, it is an address of another host.
function describeDoubleSlash(alias: string): string {
  return `The alias ${alias} redirects ${alias.slice(1)} on this site: write one slash, or remove it if it is an address of another site`;
}
