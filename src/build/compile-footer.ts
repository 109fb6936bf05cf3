import type { AnchorLink } from "../content/compile/anchor-link.ts";
import type { Compilation } from "../content/compile/compile.ts";
import { createCompileInputs } from "../content/compile/compile-inputs.ts";
import { findDeadAnchors } from "../content/compile/dead-anchors.ts";
import { ArticleNames } from "../content/links/article-names.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { BuildInput } from "./build-input.ts";

/** A compiled footer: HTML, and the problems of the setting. */
export interface CompiledFooter {
  readonly footer: string;
  readonly problems: readonly Diagnostic[];
}

/** Compiles the footer of entries, which may link to articles. */
export async function compileFooterOf(
  { media, read, settingsFile, site, valid }: BuildInput,
  { entries, identities }: Pick<Compilation, "entries" | "identities">,
  now: number,
): Promise<CompiledFooter> {
  if (valid.footer.trim() === "") return { footer: "", problems: [] };
  // The parsers are slow to load, and a build in which every article is cached does not need them.
  const { compileFooter } = await import("../content/compile/footer.ts");
  const location = settingsFile.locationOf(["footer"]);
  const [problems, anchorLinks]: [Diagnostic[], AnchorLink[]] = [[], []];
  const names = new ArticleNames(read.articles.map(({ source }) => source));
  const footer = await compileFooter(valid.footer, {
    language: valid.language,
    origin: site.url,
    inputs: createCompileInputs(names, media, now, identities),
    onAnchorLink: (link) => anchorLinks.push({ ...location, ...link }),
    warn: (message, cause) =>
      void problems.push({ ...location, severity: "warning", message: `SITE.footer: ${message}`, ...(cause !== undefined && { cause }) }),
  });
  const results = entries.map((result) => ({ source: result.source, result, problems: [], dependencies: [] }));
  const links = { source: "", problems: [], dependencies: [], anchorLinks };
  return { footer, problems: [...problems, ...findDeadAnchors([...results, links])] };
}
