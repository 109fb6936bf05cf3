import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { formatOfPath, type OldList } from "../../old-pages/old-list.ts";
import { addressPath } from "../../site-rules/site-path.ts";

/** Returns the feeds of gatsby-plugin-feed. */
export function gatsbyLists(plugins: readonly Table[], prefix: string): OldList[] {
  return plugins
    .filter(({ resolve }) => /gatsby-plugin-feed/.test(textIn(resolve) ?? ""))
    .flatMap(({ options }) => [tableOf(options)["feeds"]].flat(1))
    .flatMap((feed) => textIn(tableOf(feed)["output"]) ?? [])
    .map((output) => ({ path: addressPath(prefix, output), format: formatOfPath(output) }));
}
