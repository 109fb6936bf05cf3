// <pre data-code-block-mode="2" data-code-block-lang="javascript" class="graf">…</pre>
const start = /<pre\b[^<>]{1,1000}>/g;
const end = "</pre>";

/** Marks the code of a post with its language, as the HTML Standard suggests (§4.5.15): `<code class="language-javascript">`. */
export function withCodeLanguages(html: string): string {
  let [text, done] = ["", 0];
  for (const { 0: tag, index } of html.matchAll(start)) {
    const language = / data-code-block-lang="([\w+#.-]{1,40})"/.exec(tag)?.[1];
    const from = index + tag.length;
    const to = language === undefined || index < done ? -1 : html.indexOf(end, from);
    if (to < 0) continue;
    text += `${html.slice(done, from)}<code class="language-${language}">${html.slice(from, to)}</code>`;
    done = to;
  }
  return text + html.slice(done);
}
