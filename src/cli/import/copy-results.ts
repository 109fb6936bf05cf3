import { type ConvertedText, noteOfGuess } from "../../import/encoding/decode-old-text.ts";
import type { Concern } from "../../import/import-report.ts";
import type { ArticleNote } from "../../import/old-site/article-note.ts";
import type { PlannedAttachment } from "../../import/old-site/attachments.ts";
import type { Identity } from "../../import/old-site/identify-article.ts";
import type { ImportedSite } from "../../import/old-site/imported-site.ts";
import type { SitePlan } from "../../import/old-site/plan-site.ts";

/** The results of a copy. Files are paths below the articles folder. */
export interface CopiedSite {
  readonly articles: readonly string[];
  readonly media: readonly string[];
  /** The number of articles that existed already. */
  readonly existing: number;
  /** The number of articles that were left out. */
  readonly leftOut: number;
  readonly concerns: readonly Concern[];
  readonly report: ImportedSite;
}

/** Collects the results of copying a site. */
export class CopyResults {
  readonly articles: string[] = [];
  readonly media: string[] = [];
  /** The addresses and aliases of the articles. */
  readonly addresses: string[] = [];
  /** The paths of articles that became drafts, since they were readable only with a password. */
  readonly protected: string[] = [];
  readonly notes: (ArticleNote & { readonly path: string })[];
  existing = 0;
  readonly #root: string;
  readonly #plan: SitePlan;
  readonly #concerns: Concern[] = [];
  readonly #changed: string[] = [];
  readonly #unknown: string[] = [];
  readonly #guesses = new Map<string, { readonly entries: string[]; readonly note: string }>();
  readonly #counts = { post: 0, page: 0, draft: 0 };
  #kept = 0;
  #leftOut = 0;

  /** @param root the folder of the old site */
  constructor(root: string, plan: SitePlan) {
    this.#root = root;
    this.#plan = plan;
    this.notes = [
      ...noteEach(plan.renamed, "Another file has the same name, so the copy was renamed"),
      ...noteEach(plan.sameButCase, "The name of another file differs only in case; on macOS and Windows they are the same file"),
    ];
  }

  /** Counts an article by its kind. */
  count(kind: "post" | "page" | "draft"): void {
    this.#counts[kind]++;
  }

  /** Adds the addresses of an article. */
  addAddresses({ aliases = [], path }: Identity): void {
    this.addresses.push(...(path === undefined ? [] : [path]), ...aliases);
  }

  /** Counts whether an article keeps its address; undefined if its old address is unknown. */
  countAddress(path: string, isKept: boolean | undefined): void {
    if (isKept === true) this.#kept++;
    else (isKept === undefined ? this.#unknown : this.#changed).push(path);
  }

  /** Reports a problem of a line of an article that was copied. */
  noteLine(path: string, target: string, { line, message }: { readonly line: number; readonly message: string }): void {
    this.#concern(path, `line ${line}: ${message}`, target);
  }

  /** Reports that the copy of an article has another encoding. */
  noteConversion(path: string, { encoding, example }: ConvertedText): void {
    if (example === undefined) this.notes.push({ kind: `Converted from ${encoding.toUpperCase()} to UTF-8`, path });
    else {
      const group = this.#guesses.get(encoding) ?? { entries: [], note: noteOfGuess({ encoding, example }) };
      group.entries.push(path);
      this.#guesses.set(encoding, group);
    }
  }

  /** Reports a file that is not copied. */
  leaveOut(path: string, reason: string): void {
    this.#concern(path, `Left out: ${reason}`);
  }

  /** Reports a file that cannot be read, so that the import is incomplete. */
  leaveOutUnread(path: string, reason: string): void {
    this.#concerns.push({ from: this.#root, entry: path, note: `Left out: ${reason}`, isIncomplete: true });
  }

  /** Reports an article that is not copied. */
  leaveOutText(path: string, reason: string): void {
    this.leaveOut(path, reason);
    this.#leftOut++;
  }

  /** Reports an article that cannot be read, so that the import is incomplete. */
  leaveOutUnreadText(path: string, reason: string): void {
    this.leaveOutUnread(path, reason);
    this.#leftOut++;
  }

  /** Returns the results. @param linked the attachments that articles link to */
  finish(
    linked: ReadonlySet<PlannedAttachment>,
    known: Pick<ImportedSite, "facts" | "generator" | "isAssumed" | "isUncertain" | "redirects" | "settings">,
  ): CopiedSite {
    const unserved = [...linked].filter(({ target }) => target === undefined).map(({ path }) => path);
    const groups = [
      ...this.#guesses.values(),
      { entries: this.protected, note: protectedTexts },
      { entries: unserved, note: unservedFiles },
    ];
    const grouped = groups.filter(({ entries }) => entries.length > 0).map((group) => ({ from: this.#root, ...group }));
    const concerns = [...this.#concerns, ...grouped];
    const { draft, page, post } = this.#counts;
    const report: ImportedSite = {
      ...known,
      root: this.#root,
      posts: post,
      drafts: draft,
      pages: page,
      media: this.media.length,
      leftOut: withoutFiles(this.#plan.leftOut, linked),
      notes: this.notes,
      changed: this.#changed,
      unknown: this.#unknown,
      kept: this.#kept,
    };
    return { articles: this.articles, media: this.media, existing: this.existing, leftOut: this.#leftOut, concerns, report };
  }

  #concern(path: string, note: string, file?: string): void {
    this.#concerns.push({ from: this.#root, entry: path, ...(file !== undefined && { file }), note });
  }
}

const protectedTexts = "Protected by a password, which is not supported here, so they were kept as drafts";

const unservedFiles =
  "Left out files that articles link to, since the site publishes pages of articles only: put them on another host, and link to them there";

// The left-out files, by kind, without those that were copied since articles link to them.
function withoutFiles(leftOut: SitePlan["leftOut"], linked: ReadonlySet<PlannedAttachment>): SitePlan["leftOut"] {
  const paths = new Set([...linked].map(({ path }) => path));
  const rest = [...leftOut].map(([what, names]) => [what, names.filter((path) => !paths.has(path))] as const);
  return new Map(rest.filter(([, names]) => names.length > 0));
}

function noteEach(details: ReadonlyMap<string, string>, kind: string): (ArticleNote & { readonly path: string })[] {
  return [...details].map(([path, detail]) => ({ kind, path, detail }));
}
