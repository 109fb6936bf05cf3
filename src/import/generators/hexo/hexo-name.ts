import { withoutExtension } from "../../../base/file-path.ts";
import { hexoSlug } from "./hexo-slug.ts";

/** The parts of a post's file name. `title` is its slug. */
export type NameParts = Readonly<Record<string, string>>;

/** A token of a pattern: `:title`, `:i_month`. */
export const hexoToken: RegExp = /:(\w*[^_\W])/g;

const segments: Readonly<Record<string, string>> = {
  ...{ year: "(\\d{4})", month: "(\\d{2})", day: "(\\d{2})", i_month: "(\\d{1,2})", i_day: "(\\d{1,2})", hash: "([0-9a-f]{12})" },
};
const maxLength = 200; // of a pattern, which becomes a regular expression

/** Creates the function that reads the name of a post by `new_post_name` (hexo.io/docs/configuration, "Writing"). */
export function nameReader(pattern: string): (path: string) => NameParts {
  const names: string[] = [];
  const expression = new RegExp(
    `^${literal(withoutExtension(pattern).slice(0, maxLength), (name) => {
      names.push(name);
      return segments[name] ?? "(.+?)";
    })}$`,
  );
  return (path) => {
    const name = withoutExtension(path);
    const match = expression.exec(name);
    const found = Object.fromEntries(names.map((part, index) => [part, match?.[index + 1] ?? ""]));
    if (match === null) return { title: hexoSlug(name) };
    return Object.hasOwn(found, "title") ? found : { ...found, title: hexoSlug(name) };
  };
}

// The text between the tokens is literal.
function literal(pattern: string, segment: (name: string) => string): string {
  let [result, end] = ["", 0];
  for (const match of pattern.matchAll(hexoToken)) {
    result += RegExp.escape(pattern.slice(end, match.index)) + segment(match[1] ?? "");
    end = match.index + match[0].length;
  }
  return result + RegExp.escape(pattern.slice(end));
}

/** Returns the date in a post's name, as `2024-01-02`. */
export function dateInName({ year, month, i_month, day, i_day }: NameParts): string | undefined {
  const [m, d] = [month ?? i_month, day ?? i_day];
  return year === undefined || m === undefined || d === undefined ? undefined : `${year}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
}
