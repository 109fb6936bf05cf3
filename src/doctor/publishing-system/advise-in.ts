import type { Finding } from "../live-site/finding.ts";
import type { PublishingSystem } from "./find-system.ts";
import { hosts } from "./hosts.ts";
import { knownSystems } from "./known-systems.ts";
import type { Topic } from "./topic.ts";
import { topicOf } from "./topics.ts";

/** Adds to each finding the place of its remedy in the system, where there is advice about it. */
export function adviseIn(system: PublishingSystem, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => {
    const topic = finding.severity === "ok" ? undefined : topicOf(finding);
    const systemAdvice = topic === undefined ? undefined : adviceAbout(topic, system);
    if (systemAdvice === undefined) return finding;
    const isUsual = topic !== undefined && isOfSystem(topic, system);
    return { ...finding, ...(isUsual && { severity: "note" as const }), systemAdvice };
  });
}

/** Returns whether the system decides about a topic, so that its users can change nothing. */
function isOfSystem(topic: Topic, { generator = "", host = "" }: PublishingSystem): boolean {
  if (topic === "link title") return generator === "Jekyll"; // jekyll-feed writes it, and not the owner
  return topic === "last modified" && (hosts[host] ?? knownSystems[generator])?.advice[topic] !== undefined;
}

/** The remedies that are the same in all systems. */
const inText: Readonly<Partial<Record<Topic, string>>> = {
  character: "delete the words around it in the post, the page or the title, and type them again, since editors do not show the character",
  "damaged character": "write the characters again in the post, the page or the title: they were damaged before the feed was written",
};

const withinPage = "Footnotes and tables of contents link within their page, and nothing has to be done about them";

/** The beginning of the advice on a template that may be right: an entry, a setting or the template can be the cause. */
const otherwise = "If the entry and the settings are right: ";

/** The topics whose advice is that of another if a system has none. */
const general: Readonly<Partial<Record<Topic, Topic>>> = {
  "browser headers": "headers",
  "changing document": "template",
  "last modified": "headers",
  lifetime: "headers",
  "link title": "plain text",
  "missing date": "date form",
  "picture event": "content",
  requests: "headers",
  "same time": "date",
  "same page": "links",
  session: "headers",
  style: "content",
  svg: "content",
};

const ofServer: ReadonlySet<Topic> = new Set([
  ...(["browser headers", "headers", "last modified", "lifetime", "media type", "redirects", "requests", "robots.txt", "session"] as const),
]);

// The service decides the headers of files, and the generator everything else.
function adviceAbout(topic: Topic, { generator = "", host = "" }: PublishingSystem): string | undefined {
  const isOfServer = ofServer.has(topic);
  const ofHost = hosts[host]?.advice;
  const sent = ofHost?.[topic] ?? ofHost?.[general[topic] ?? topic];
  if (sent !== undefined) return `On ${host}: ${sent}`;
  const known = knownSystems[generator]?.advice;
  const advice =
    (known === undefined ? undefined : inText[topic]) ??
    known?.[topic] ??
    known?.[general[topic] ?? topic] ??
    (isOfServer || known === undefined ? undefined : `${otherwise}${known.template}`);
  if (advice === undefined) return undefined;
  return `In ${generator}: ${topic === "same page" ? `${withinPage}. For other addresses: ${advice}` : advice}`;
}
