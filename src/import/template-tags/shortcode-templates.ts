import type { SiteFolder } from "../site-rules/old-site.ts";
import { isIn } from "../site-rules/site-path.ts";

/**
 * Returns a function that finds the templates of a shortcode: those of the site, or else those of its themes. There may be one for each
 * language and format: `moon.html`, `moon.de.html`.
 * @param own the folder of the site's own templates
 * @param place matches a path up to the names of shortcodes
 */
export function templatesOf({ paths, read }: SiteFolder, own: string, place: RegExp): (name: string) => readonly string[] {
  const found = paths.flatMap((path) => {
    const end = place.exec(path);
    const inOwn = isIn(own, path) ? /^\/_?shortcodes\//.exec(path.slice(own.length)) : null;
    const start = inOwn === null ? end && end.index + end[0].length : own.length + inOwn[0].length;
    return start === null || !/\.(?:html|md)$/.test(path) ? [] : [{ path, name: nameOf(path.slice(start)), isOwn: isIn(own, path) }];
  });
  return (name) => {
    const same = found.filter((each) => each.name === nameOf(name));
    const ofSite = same.filter(({ isOwn }) => isOwn);
    return (ofSite.length > 0 ? ofSite : same).flatMap(({ path }) => read(path) ?? []);
  };
}

function nameOf(path: string): string {
  const point = path.indexOf(".", path.lastIndexOf("/") + 1);
  return (point < 0 ? path : path.slice(0, point)).toLowerCase();
}
