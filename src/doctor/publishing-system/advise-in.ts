import type { Finding } from "../live-site/finding.ts";
import type { PublishingSystem } from "./find-system.ts";
import { hosts } from "./hosts.ts";
import { knownSystems } from "./known-systems.ts";
import { type Topic, topicOf } from "./topics.ts";

/** Adds to each finding the place of its remedy in the system, where there is advice about it. */
export function adviseIn(system: PublishingSystem, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => {
    const topic = finding.severity === "ok" ? undefined : topicOf(finding);
    const systemAdvice = topic === undefined ? undefined : adviceAbout(topic, system);
    return systemAdvice === undefined ? finding : { ...finding, systemAdvice };
  });
}

const ofServer: ReadonlySet<Topic> = new Set(["headers", "media type", "redirects", "robots.txt"]);

// The service decides the headers of files, and the generator everything else.
function adviceAbout(topic: Topic, { generator = "", host = "" }: PublishingSystem): string | undefined {
  const isOfServer = ofServer.has(topic);
  const sent = hosts[host]?.advice[topic];
  if (sent !== undefined) return `On ${host}: ${sent}`;
  const known = knownSystems[generator]?.advice;
  const advice = known?.[topic] ?? (isOfServer ? undefined : known?.template);
  return advice === undefined ? undefined : `In ${generator}: ${advice}`;
}
