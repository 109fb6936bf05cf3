import { pathOf } from "../../base/canonical-url.ts";
import { plural } from "../../base/plural.ts";
import { fileOf } from "../../content/compile/article.ts";
import type { Finding } from "../live-site/finding.ts";
import type { IdentifiedEntry } from "../live-site/identified-entry.ts";
import { dayOf } from "../live-site/parse-instant.ts";
import type { ChangedId } from "./compare-ids.ts";
import type { LiveComparison } from "./compare-live.ts";

/** The facts about the articles folder that the advice depends on. */
export interface ArticlesFolder {
  /** Returns the line of front matter that gives an article this id. @param source path below the articles folder */
  idLine(source: string, id: string): string;
  /** Returns whether an address is listed as removed. */
  isRemoved(url: string): boolean;
}

const shown = 20; // findings of one kind

/** Describes the changes that a deployment would bring to subscribers of the live feed. */
export function describeComparison(result: LiveComparison, folder: ArticlesFolder): Finding[] {
  if ("reason" in result) {
    return [{ check: "comparison", severity: "note", message: `Cannot compare the articles with the live feed: ${result.reason}` }];
  }
  const { comparison, feed } = result;
  const { beyond, changed, kept, late, vanished } = comparison;
  const findings: Finding[] = [
    {
      check: "comparison",
      severity: "ok",
      message: `${kept} of ${plural(kept + changed.length + vanished.length, "live entry", "live entries")} ${kept === 1 ? "keeps its id" : "keep their ids"}`,
      evidence: `${feed}, ${reachOf(result)}`,
    },
    ...describeFirst(changed, (change) => describeChange(change, folder)),
  ];
  if (comparison.idBase !== undefined) findings.push(describeBase(comparison.idBase));
  findings.push(...describeVanished(vanished, folder));
  if (late.length > 0) {
    const message = `${plural(late.length, "article is", "articles are")} older than the newest live entry and not in the feed: new to subscribers`;
    const evidence = late
      .slice(0, shown)
      .map(({ source }) => fileOf(source))
      .join(", ");
    findings.push({ check: "new though old", severity: "note", message, evidence });
  }
  if (beyond > 0) {
    const message = `${plural(beyond, "article is", "articles are")} older than anything in the feed: no former id is known`;
    findings.push({ check: "new though old", severity: "note", message });
  }
  return findings;
}

// The first facts of one kind, and the number of the others. A description may read a file.
function describeFirst<Fact>(facts: readonly Fact[], describe: (fact: Fact) => Finding): Finding[] {
  const findings = facts.slice(0, shown).map(describe);
  const more = facts.length - findings.length;
  const [first] = findings;
  if (first === undefined || more === 0) return findings;
  const { check, severity } = first;
  return [...findings, { check, severity, message: `The same applies to ${more} more`, advice: "--format json lists them all" }];
}

function reachOf({ history }: Extract<LiveComparison, { readonly feed: string }>): string {
  const { documents, entries, gap } = history;
  const instants = entries.map(({ published }) => published).filter((instant) => instant !== undefined);
  const since = instants.length === 0 ? "" : `, back to ${dayOf(instants.reduce((a, b) => Math.min(a, b)))}`;
  const end = gap === undefined ? "" : `; the rest is unknown: ${gap.reason}`;
  return `${plural(entries.length, "entry", "entries")} in ${plural(documents, "document")}${since}${end}`;
}

function describeChange({ by, live, local }: ChangedId, folder: ArticlesFolder): Finding {
  const matched = by === "address" ? "" : ", matched by its title and day";
  return {
    check: "changed id",
    severity: "error",
    message: `${fileOf(local.source)} would get a different id${matched}: every subscriber would see it again as new`,
    evidence: `${live.id} is live, ${local.id} is here`,
    advice: `Add to its front matter: ${folder.idLine(local.source, live.id)}`,
  };
}

function describeBase(idBase: string): Finding {
  const message = "One setting keeps all their ids, since only the origin before the paths differs";
  return { check: "changed id", severity: "error", message, advice: `Set in wrangler.toml instead: idBase = ${JSON.stringify(idBase)}` };
}

function describeVanished(vanished: readonly IdentifiedEntry[], { isRemoved }: ArticlesFolder): Finding[] {
  const unexpected = vanished.filter(({ url }) => url === undefined || !isRemoved(url));
  const findings = describeFirst(unexpected, ({ id, title, url = id }): Finding => {
    const path = /^https?:/.test(url) ? `, or list it as removed in articles/_removed.txt: ${pathOf(url)}` : "";
    return {
      check: "vanished",
      severity: "warning",
      message: `No article here is ${JSON.stringify(title || id)}`,
      evidence: url,
      advice: `Import it${path}`,
    };
  });
  const expected = vanished.length - unexpected.length;
  if (expected > 0) findings.push({ check: "vanished", severity: "ok", message: `${expected} removed, as articles/_removed.txt says` });
  return findings;
}
