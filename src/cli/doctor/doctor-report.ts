import type { FeedReport } from "../../doctor/examine-feed.ts";
import type { Finding } from "../../doctor/live-site/finding.ts";
import { harmOf } from "./harm.ts";

/** The findings of the doctor, in a form that every output format can print. */
export interface DoctorReport {
  /** The address that was examined; undefined for a file without an address. */
  readonly url?: string;
  /** The findings about the discovery of the feeds. */
  readonly findings: readonly Finding[];
  readonly feeds: readonly ExaminedFeed[];
  readonly comparison?: ArticleComparison;
}

/** The findings about one feed. */
export interface ExaminedFeed extends Omit<FeedReport, "delay" | "history" | "url"> {
  /** Undefined for a file without an address. */
  readonly url?: string;
  /** The path of the file; undefined for a feed from a server. */
  readonly file?: string;
  /** The number of entries, with those of the archive. */
  readonly entries: number;
}

/** The result of comparing live feeds with the articles that replace them. */
export interface ArticleComparison {
  readonly findings: readonly Finding[];
  /** The same for programs, as docs/doctor.md describes it. */
  readonly json: object;
}

/** The findings about one feed, or about another part of an examination. */
export interface Section {
  /** Usually an address. */
  readonly title: string;
  readonly findings: readonly Finding[];
  /** The file that locations refer to. */
  readonly file?: string;
}

const order = { error: 0, warning: 1, note: 2, ok: 3 } as const;

/** Sorts findings so that the worst come first: by severity, then by their harm. Others keep their order. */
export function worstFirst<Item extends Pick<Finding, "check" | "severity">>(findings: readonly Item[]): Item[] {
  return findings.toSorted((a, b) => order[a.severity] - order[b.severity] || harmOf(a) - harmOf(b));
}

/** Returns the parts of a report, each with its title. */
export function sectionsOf({ comparison, feeds, findings, url }: DoctorReport): Section[] {
  return [
    { title: url ?? "", findings },
    ...feeds.map(({ file, findings, url }) => ({ title: file ?? url ?? "", findings, ...(file !== undefined && { file }) })),
    { title: "With your articles", findings: comparison?.findings ?? [] },
  ].filter((section) => section.findings.length > 0);
}

/** Returns all findings of a report. */
export function findingsOf(report: DoctorReport): Finding[] {
  return sectionsOf(report).flatMap(({ findings }) => findings);
}

/** Returns the evidence with its position, `rss.xml:4:7: …` in a file and `4:7: …` in a response; empty without evidence. */
export function evidenceOf({ evidence = "", location, message }: Finding, file: string | undefined): string {
  const text = evidence === message ? "" : evidence;
  if (location === undefined) return text;
  const position = `${file === undefined ? "" : `${file}:`}${location.line}:${location.column}`;
  return text === "" ? position : `${position}: ${text.replace(/^(?:\d+:\d+|line \d+): /, "")}`; // the XML parser's own position
}
