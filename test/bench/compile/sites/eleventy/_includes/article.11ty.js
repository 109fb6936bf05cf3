const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export function render({ content, page, title }) {
  const date = page.date.toISOString();
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head>
<body><article><h1>${escaped(title)}</h1><time datetime="${date}">${date.slice(0, 10)}</time>
${content}</article></body>
</html>
`;
}
