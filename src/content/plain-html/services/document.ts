/** Returns the page of slides on SlideShare, for its old Flash player. */
export function slideshare({ searchParams }: URL): string | undefined {
  const [title, user] = ["stripped_title", "userName"].map((name) => searchParams.get(name));
  return title && user ? `https://www.slideshare.net/${encodeURIComponent(user)}/${encodeURIComponent(title)}` : undefined;
}

/** Returns the page of a document on Scribd. */
export function scribd({ pathname, searchParams }: URL): string | undefined {
  const id = searchParams.get("document_id") ?? /^\/embeds\/(\d+)/.exec(pathname)?.[1];
  return id ? `https://www.scribd.com/document/${encodeURIComponent(id)}` : undefined;
}

/** Returns the page of code on JSFiddle. */
export function jsfiddle({ origin, pathname }: URL): string | undefined {
  const end = pathname.search(/\/embed(?:ded)?(?:\/|$)/);
  return end < 0 ? undefined : `${origin}${pathname.slice(0, end)}/`;
}
