// Grouped by generator. A key that several generators have is listed with the one that it came from.
const keys = `
  layout template type weight toc comments math menu extra status taxonomies params
  excerpt_separator pin pagination search_exclude nav_order parent has_children render_with_liquid
  classes sidebar author_profile read_time share related toc_label toc_icon toc_sticky mathjax katex mermaid
  _build build cascade headless outputs markup linkTitle isCJKLanguage resources series keywords translationKey
  showToc tocopen hideSummary searchHidden ShowReadingTime ShowBreadCrumbs ShowPostNavLinks ShowWordCount disableComments
  featured pinned sticky canonicalURL canonical_url canonical
  sort_by paginate_by paginate_path paginate_reversed transparent
  in_search_index generate_feeds render page_template insert_anchor_links
  setup minutesRead
  eleventyNavigation eleventyComputed templateEngineOverride templateClass
  disableNunjucks top_img top password abbrlink copyright copyright_author copyright_url license highlight_shrink aside
  sidebarDepth prev next mathJax head icon star article isOriginal navbar outline editLink pageClass containerClass
  cssclass cssclasses has_math nocomments hidetitle pretty_url
  visibility uuid comment_id meta_title og_title og_description twitter_title twitter_description twitter_image codeinjection_head
  codeinjection_foot primary_author primary_tag reading_time email_only
  custom_template show_title_and_feature_image html plaintext mobiledoc created_at
  wordpress_id wordpress_url date_gmt meta author_login author_email author_url authorURL author_title authorTitle author_image_url authorImageURL hide_table_of_contents parent_id post_id format ping_status
  seoTitle seoDescription cuid enableToc enableTableOfContents seriesSlug hideFromHashnodeCommunity emoji
  execute bibliography csl link-citations nocite output editor editor_options engine jupyter knitr filters code-fold code-tools
  number-sections numbersections toc-depth toc-title page-layout title-block-banner fig-width fig-height df-print documentclass
  header-includes always_allow_html vignette date-format
  set_aside comment_status post_format timeline_notification wp_id modified_gmt
`;

/**
 * The keys with which Jekyll, Hugo, Zola, Astro, Eleventy, Hexo, VuePress, Obsidian, Nikola, Ghost, WordPress, Hashnode, Zenn, Quarto and
 * R Markdown choose templates, order, plugins and the like.
 * They are ignored without a warning, since they contain nothing that a feed needs.
 */
export const ignoredKeys: ReadonlySet<string> = new Set(keys.trim().split(/\s+/));
