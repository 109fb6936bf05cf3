export default { layout: "article.11ty.js", permalink: ({ page }) => `/articles/${page.fileSlug}/index.html` };
