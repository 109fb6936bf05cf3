import type { SiteFolder } from "../site-rules/old-site.ts";
import { isIn } from "../site-rules/site-path.ts";

/** A file with the template of a shortcode or of a part of a page. */
export interface TemplateFile {
  readonly path: string;
  /** True for a template of the site, false for one of a theme. */
  readonly isOwn: boolean;
}

/** The folders of templates. */
export interface TemplateFolders {
  /** The folder of the site's own templates. */
  readonly own: string;
  /** Matches the rest of a path in it up to the names, and a path in any folder. */
  readonly inOwn: RegExp;
  readonly inThemes: RegExp;
}

/**
 * Returns a function that finds the files with the template of a name: those of the site, or else those of its themes. There may be one
 * for each language and format: `moon.html`, `moon.de.html`.
 */
export function templateFiles({ paths }: SiteFolder, { inOwn, inThemes, own }: TemplateFolders): (name: string) => readonly TemplateFile[] {
  const found = new Map<string, TemplateFile[]>();
  for (const path of paths.filter((each) => /\.(?:html|md)$/.test(each))) {
    const rest = isIn(own, path) ? path.slice(own.length) : "";
    const [isOwn, start] = inOwn.test(rest) ? [true, inOwn] : [false, inThemes];
    const place = isOwn ? rest : path;
    const match = start.exec(place);
    if (match === null) continue;
    const name = nameOf(place.slice(match.index + match[0].length));
    const same = found.get(name) ?? [];
    same.push({ path, isOwn: isIn(own, path) });
    found.set(name, same);
  }
  return (name) => {
    const same = found.get(nameOf(name)) ?? [];
    const ofSite = same.filter(({ isOwn }) => isOwn);
    return ofSite.length > 0 ? ofSite : same;
  };
}

function nameOf(path: string): string {
  const point = path.indexOf(".", path.lastIndexOf("/") + 1);
  return (point < 0 ? path : path.slice(0, point)).toLowerCase();
}
