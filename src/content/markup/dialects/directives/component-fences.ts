import { escapeMarkup } from "../../../../base/escape.ts";
import { isTable } from "../../../../base/table-values.ts";
import { FrontMatterError } from "../../../front-matter/front-matter-error.ts";
import { parseYaml } from "../../../front-matter/parse-yaml.ts";
import { KnownLines } from "../../code/known-lines.ts";
import { markdownLines } from "../lines/markdown-lines.ts";
import { closingFence } from "./closing-fence.ts";

const opener = /^([ \t>]*)(?:`{3,}|~{3,})[ \t]*component[ \t]+([A-Z]\w{0,40})[ \t]*$/;
const attributeName = /^[A-Za-z][\w-]{0,50}$/;
const maxLength = 1000; // UTF-16 units of attributes, as in other components

/**
 * Writes the fences of VuePress Hope whose lines are the attributes of a component, ` ```component VPCard `, as this component. Others stay
 * code. The number of lines stays the same.
 */
export function convertComponentFences(text: string): string {
  if (!/^[ \t>]*(?:```|~~~)[`~]*[ \t]*component[ \t]/m.test(text)) return text;
  const lines = markdownLines(text, false);
  const fences = { lines, code: new KnownLines(text, "markdown") };
  const written = lines.map((line) => line.text);
  let last = -1; // the end of the fences before
  for (let index = 0; index < lines.length; index++) {
    const isInHtml = index - 1 !== last && lines[index - 1]?.isVerbatim && lines[index]?.isVerbatim; // or in a comment
    const end = isInHtml ? undefined : closingFence(fences, index);
    last = end ?? last;
    const [, prefix = "", name] = end === undefined ? [] : (opener.exec(written[index] as string) ?? []);
    const content = written.slice(index + 1, end).map((line) => line.slice(prefix.length));
    const attributes = name === undefined ? undefined : attributesOf(content.join("\n"));
    if (end !== undefined && attributes !== undefined) {
      written.fill(prefix.trimEnd(), index, end + 1);
      written[index] = `${prefix}<${name} ${attributes} />`;
    }
    index = end ?? index;
  }
  return written.join("\n");
}

function attributesOf(source: string): string | undefined {
  const table = tableOf(source);
  if (table === undefined) return undefined;
  const entries = Object.entries(table);
  const texts = entries.flatMap(([name, value]) => (typeof value === "string" ? [`${name}="${attributeValue(value)}"`] : []));
  const attributes = [...texts, ...(texts.length < entries.length ? [lost] : [])].join(" ");
  return texts.length > 0 && attributes.length < maxLength && entries.every(([name]) => attributeName.test(name)) ? attributes : undefined;
}

const lost = 'data-lost=""'; // a list: a warning names the component

function attributeValue(value: string): string {
  return escapeMarkup(value.replace(/\s+/g, " "));
}

function tableOf(source: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const { value } = parseYaml(source, 0);
    return isTable(value) ? value : undefined;
  } catch (error) {
    if (error instanceof FrontMatterError) return undefined;
    throw error;
  }
}
