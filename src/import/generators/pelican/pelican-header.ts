/** The metadata of a text, by name in lower case, and the text after it. */
export interface PelicanHeader {
  readonly metadata: Readonly<Record<string, string>>;
  readonly body: string;
}

const field = /^ {0,3}([A-Za-z0-9_-]+):(.*)$/;
const continued = /^ {4}(.*)$/;

/**
 * Reads the lines `Title: Moon` at the top of a text in Markdown (python-markdown.github.io/extensions/meta_data). Lines that are indented
 * by four spaces continue a value. Of a name that occurs twice, the first value counts, as in Pelican.
 */
export function readPelicanHeader(text: string): PelicanHeader {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const metadata = new Map<string, string>();
  let key: string | undefined;
  let index = /^---(?:\s.*)?$/.test(lines[0] ?? "") ? 1 : 0;
  for (; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line.trim() === "" || /^(?:---|\.\.\.)(?:\s.*)?$/.test(line)) {
      index++;
      break;
    }
    const [, name, value = ""] = field.exec(line) ?? [];
    const more = continued.exec(line)?.[1];
    if (name !== undefined) {
      key = name.toLowerCase();
      if (!metadata.has(key)) metadata.set(key, value.trim());
    } else if (more !== undefined && key !== undefined) metadata.set(key, `${metadata.get(key)} ${more.trim()}`.trim());
    else break;
  }
  return { metadata: Object.fromEntries(metadata), body: metadata.size === 0 ? text : lines.slice(index).join("\n") };
}

const metaElement = /<meta\s+name\s*=\s*["']([^"'<>]+)["']\s+contents?\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')[^<>]*>/gi;

/** Reads the metadata of an article in HTML: its title and `<meta>` elements. */
export function readHtmlHeader(text: string): PelicanHeader {
  const title = /<title>([^<]*)<\/title>/i.exec(text)?.[1]?.trim();
  const fields = [...text.matchAll(metaElement)].map(
    ([, name = "", double, single]) => [name.toLowerCase(), double ?? single ?? ""] as const,
  );
  const start = /<body[^<>]*>/i.exec(text);
  const end = text.toLowerCase().lastIndexOf("</body>");
  const body = start === null ? text : text.slice(start.index + start[0].length, end === -1 ? undefined : end);
  return { metadata: { ...(title !== undefined && { title }), ...Object.fromEntries(fields) }, body: body.trim() };
}
