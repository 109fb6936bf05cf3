/** The default permalink pattern of each system; docs/coming-from.md has the details. */
export const defaultPermalinks: Readonly<Record<string, string>> = {
  jekyll: "date",
  hugo: "/:sections/:slugorfilename/",
  zola: "/:sections/:slug/",
  astro: "/blog/:sections/:filename/",
  eleventy: "/posts/:slug/",
  hexo: ":year/:month/:day/:title/",
  gatsby: "/:sections/:filename/",
  ghost: "/:slug/",
  wordpress: "/:year/:month/:day/:slug/",
};
