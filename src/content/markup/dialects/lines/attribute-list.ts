/** The attributes in `{#id .class key="value"}` (Hugo, Pandoc, Docusaurus) or `{: #id .class}` (kramdown, Python-Markdown). */
export interface AttributeList {
  readonly id: string | undefined;
}

const value = "(?:\"[^\"]*\"|'[^']*'|[\\w%.-]+)";
const attribute = `(?:#[\\p{L}\\p{N}_:.-]+|\\.[\\p{L}_][\\p{L}\\p{N}_:-]*|[\\w-]+=${value})`;

// One of them is an id or a class: otherwise it is text, such as the set {a, b}.
const list = new RegExp(`^[ \\t]*${attribute}(?:[ \\t]+${attribute})*[ \\t]*$`, "u");

/** Parses the text between `{` or `{:` and `}`. Returns undefined for text that is no list of attributes. */
export function parseAttributeList(text: string): AttributeList | undefined {
  if (text.length > 300 || !list.test(text)) return undefined;
  const words = text.trim().split(/[ \t]+/);
  const named = words.map((word) => /^id=["']?([^"']+)["']?$/.exec(word)?.[1]).find((id) => id !== undefined);
  const id = words.find((word) => word.startsWith("#"))?.slice(1) ?? named;
  return id !== undefined || words.some((word) => word.startsWith(".")) ? { id } : undefined;
}

const settingNames =
  "align|alt|class|data-[\\w-]+|decoding|download|fetchpriority|height|hreflang|id|lang|loading|rel|style|target|title|type|width";
const settings = new RegExp(`^[ \\t]*(?:${attribute.replace("[\\w-]+=", `(?:${settingNames})=`)}(?:[ \\t]+|$))+$`, "u");

/** Parses the attributes directly after a picture, a link or code: `{width=50%}`, `{target="_blank"}`, `{ .md-button }`. Undefined for text. */
export function parseSettingList(text: string): Readonly<Partial<Record<"height" | "id" | "width", string>>> | undefined {
  if (text.length > 300 || !settings.test(text)) return undefined;
  const sizes = Object.fromEntries([...text.matchAll(size)].map(([, name = "", pixels = ""]) => [name, pixels]));
  const id = parseAttributeList(text)?.id;
  return { ...sizes, ...(id !== undefined && { id }) };
}

const size = /(?<![\w-])(width|height)=["']?(\d{1,5}%?)(?:px)?["']?(?=\s|$)/g;
