// The tags of templates and their HTML. An address in a component may be that of a picture or a video.
const tags =
  /\{%[^%]{0,2000}%\}|\{\{[^{}]{0,2000}\}\}|<(?!(?:img|picture|video|audio|iframe|svg|object|embed)\b)(?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,2000}>/gi;
const components = /^(?:\s{0,99}<[A-Z][\w.]{0,99}(?:\s[^<>]{0,500})?(?:\/>|><\/[A-Z][\w.]{0,99}>)){1,20}\s{0,99}$/;
const element = /<(?:[A-Z]|[a-z][a-z0-9]{0,40}-)/;
const addressed = /\s:?(?:src|href|url|id|link|to|image|poster)\s{0,9}=/i;
const maxImport = 50; // lines
const exportStatement = /^export\s.{0,2000}(?:\n.{1,2000}){0,200}/gm;

/** Returns whether a text has nothing that its old generator did not compute: only components, scripts, styles and tags of templates. */
export function isComputed(body: string): boolean {
  const shown = withoutCode(body);
  if (components.test(shown)) return true;
  const hasCode = shown !== body || element.test(shown);
  if (!hasCode && !/\{[{%]/.test(body)) return false;
  return (!element.test(shown) || !addressed.test(shown)) && shown.replace(tags, "").trim() === "";
}

function withoutCode(body: string): string {
  const withoutComments = withoutMdxComments(body.replace(/<!--[\s\S]*?(?:-->|$)/g, ""));
  return withoutImports(withoutScripts(withoutComments)).replace(exportStatement, "");
}

function withoutMdxComments(body: string): string {
  const [first = "", ...rest] = body.split("{/*");
  return rest.reduce((kept, part) => {
    const end = part.indexOf("*/}");
    return kept + (end < 0 ? `{/*${part}` : part.slice(end + 3));
  }, first);
}

function withoutImports(body: string): string {
  const kept: string[] = [];
  const lines = body.split("\n");
  for (let index = 0; index < lines.length; index++) {
    const length = /^import\s/.test(lines[index] ?? "") ? lengthOfImport(lines.slice(index, index + maxImport)) : 0;
    if (length === 0) kept.push(lines[index] ?? "");
    else index += length - 1;
  }
  return kept.join("\n");
}

// It ends with the name of a module in quotes. Returns 0 for a sentence.
function lengthOfImport(lines: readonly string[]): number {
  const end = lines.findIndex((line) => /["'];?$/.test(line.trimEnd()));
  const hasModule = /^import\s+["']/.test(lines[0] ?? "") || lines.slice(0, end + 1).some((line) => /\bfrom\s{0,9}["']/.test(line));
  return end >= 0 && hasModule ? end + 1 : 0;
}

function withoutScripts(body: string): string {
  const lower = body.toLowerCase();
  const kept: string[] = [];
  let from = 0;
  for (const [start, name] of lower.matchAll(/<(script|style)(?=[\s>])/g).map(({ 1: name = "", index }) => [index, name] as const)) {
    if (start < from) continue; // in a script
    const end = `</${name}>`;
    const close = lower.indexOf(end, start);
    if (close < 0) break;
    kept.push(body.slice(from, start));
    from = close + end.length;
  }
  return kept.join("") + body.slice(from);
}
