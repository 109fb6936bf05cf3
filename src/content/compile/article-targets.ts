import { isDataUrl } from "../../base/data-picture.ts";
import type { Site } from "../../settings/site-settings.ts";
import { type ArticlePlace, referencePaths } from "../links/reference-paths.ts";
import type { LinkTargets } from "../links/resolve-links.ts";
import type { ParsedArticle } from "./article.ts";
import type { CompileInputs } from "./compile-inputs.ts";

/** The options of finding the targets of references. */
export interface TargetOptions {
  readonly site: Pick<Site, "idBase">;
  readonly inputs: Pick<CompileInputs, "articleAt" | "articleNamed" | "file" | "fileNamed" | "hasArticle" | "otherSpelling">;
  /** The addresses that the settings redirect, as `redirectKey` returns them. */
  readonly redirected?: ReadonlySet<string> | undefined;
}

/** Returns the targets of the references in an article. */
export function targetsOf(article: ParsedArticle, { inputs, redirected = new Set(), site }: TargetOptions): LinkTargets {
  const { identity } = article;
  const place = placeOf(article);
  return {
    base: identity.url,
    idBase: site.idBase,
    redirected,
    anchorPrefix: identity.anchorPrefix,
    file: (reference) => (isDataUrl(reference) ? inputs.file(reference) : firstOf(place, reference, inputs.file)),
    articleNamed: (reference) => firstOf(place, reference, inputs.articleNamed),
    articleAt: inputs.articleAt,
    fileNamed: inputs.fileNamed,
    hasArticle: (reference) => referencePaths(place, reference).some(inputs.hasArticle),
    describeMissing: (reference) => describeMissing(reference, firstOf(place, reference, inputs.otherSpelling)),
  };
}

/** Returns the duration of a recording next to an article in whole seconds; undefined if it is unknown. */
export async function durationOf(
  article: ParsedArticle,
  reference: string,
  { durationOf, file }: Pick<CompileInputs, "durationOf" | "file">,
): Promise<number | undefined> {
  const hasLength = (path: string) => (file(path)?.length === undefined ? undefined : path); // an article has no length
  const path = firstOf(placeOf(article), reference, hasLength);
  return path === undefined ? undefined : durationOf(path);
}

/** Returns the text of a file next to an article that it shows as code; undefined without such a text. */
export function textOfFile(article: ParsedArticle, reference: string, { textOf }: Pick<CompileInputs, "textOf">): string | undefined {
  return firstOf(placeOf(article), reference, textOf);
}

function placeOf({ identity, source }: ParsedArticle): ArticlePlace {
  return { source, address: identity.path };
}

/** Returns the first result for the paths to which a reference may refer. */
export function firstOf<T>(place: ArticlePlace, reference: string, find: (path: string) => T | undefined): T | undefined {
  for (const path of referencePaths(place, reference)) {
    const found = find(path);
    if (found !== undefined) return found;
  }
  return undefined;
}

function describeMissing(reference: string, other: string | undefined): string {
  const name = JSON.stringify(reference);
  return other === undefined
    ? `${name} next to the article`
    : `${name}: articles/${other} exists; on the web, upper and lower case differ, so write it the same way`;
}
