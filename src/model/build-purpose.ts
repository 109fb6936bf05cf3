/**
 * The purpose of a build. `start` compiles for a reader on this machine, so that drafts and scheduled articles are pages; `deploy` and
 * `export` need the URL of the site; `check` reports the problems of drafts, and what no static host could serve, too.
 */
export type BuildPurpose = "compile" | "check" | "start" | "deploy" | "export";
