import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Compiler } from "./compilers.ts";

/** The expected contents of a compiled site. */
export interface ExpectedSite {
  readonly articles: number;
  /** Words of the newest article. */
  readonly words: string;
}

const feedEntries = 20;

/**
 * Verifies the result of a compiler: a page for each article, and a feed with the content of the newest. Ours compiles the content of
 * its Worker instead of pages: that content must contain the words.
 * @throws if something is missing
 */
export function verifySite({ name, output, title }: Compiler, folder: string, { articles, words }: ExpectedSite): void {
  const complain = (fault: string) => {
    throw new Error(`Cannot measure ${title} with ${articles} articles: ${fault}`);
  };
  const files = readdirSync(join(folder, output), { recursive: true, encoding: "utf8" });
  const textOf = (file: string) => readFileSync(join(folder, output, file), "utf8");
  if (name === "ours") {
    const served = files.filter((file) => /\.(?:bin|html)$/.test(file) && !file.startsWith("cache/"));
    const isThere = served.some((file) => textOf(file).includes(words));
    if (!isThere) complain(`${JSON.stringify(words)} is not in what it compiled`);
    return;
  }
  const pages = files.filter((file) => file.endsWith(".html"));
  if (pages.length < articles) complain(`it made ${pages.length} pages`);
  if (!pages.some((file) => textOf(file).includes(words))) complain(`no page has ${JSON.stringify(words)}`);
  const feed = textOf("rss.xml");
  const items = feed.match(/<item>/g)?.length ?? 0;
  if (items !== Math.min(feedEntries, articles)) complain(`its feed has ${items} entries`);
  if (!feed.includes(words)) complain(`its feed does not have ${JSON.stringify(words)}`);
}
