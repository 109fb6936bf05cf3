import { mapProse } from "./markdown-lines.ts";

// The name of a directive, before its label or its attributes. A blank line ends all labels.
const sign = /(?::[A-Za-z][\w-]{0,60})?\[|\]|:[A-Za-z][\w-]{0,60}(?=\{)|\n[ \t]{0,20}(?=\n)/g;

const value = `(?:"[^"\\n]{0,300}"|'[^'\\n]{0,300}'|[^\\s"'<>=\`{}]{1,200})`;
const attribute = `(?:[#.][^\\s"'<>=\`{}]{1,100}|[A-Za-z_:][\\w.:-]{0,60}(?:=${value})?)`;
const attributes = new RegExp(`\\{\\s{0,20}${attribute}(?:\\s{1,20}${attribute}){0,30}\\s{0,20}\\}`, "y");

/** Escapes the attributes of directives in MDX, `:name[label]{#id .class key="value"}`, which are not expressions. */
export function escapeDirectives(text: string): string {
  if (!/:[A-Za-z][\w-]{0,60}[[{]/.test(text)) return text;
  let labels: boolean[] = []; // for each open bracket, whether it begins the label of a directive
  return mapProse(
    text,
    (prose) => {
      let [escaped, done] = ["", 0];
      for (const { 0: found, index } of prose.matchAll(sign)) {
        if (found.endsWith("[")) labels.push(found.startsWith(":"));
        else if (found.startsWith("\n")) labels = [];
        else if (found !== "]" || labels.pop() === true) {
          const end = index + found.length;
          const list = attributesAt(prose, end);
          escaped += prose.slice(done, end) + list.replace(/[{<]/g, "\\$&");
          done = end + list.length;
        }
      }
      return escaped + prose.slice(done);
    },
    undefined,
    true,
  );
}

// `{name}` may be an expression.
function attributesAt(text: string, start: number): string {
  attributes.lastIndex = start;
  const [list = ""] = attributes.exec(text) ?? [];
  return /^\{\s*[#.]|\s[#.]|=/.test(list) ? list : "";
}
