import { isAbsolute, relative, resolve } from "node:path";
import type { Finding } from "../../doctor/live-site/finding.ts";
import { brief } from "../../terminal/brief.ts";
import type { WorkflowCommand } from "../../terminal/workflow-command.ts";
import { evidenceOf, type Section, worstFirst } from "./doctor-report.ts";
import { standardInput } from "./examine-file.ts";

const levels = { error: "error", warning: "warning", note: "notice" } as const;
const maxPerLevel = 10; // GitHub shows no more of one step
const maxTextLength = 1000; // UTF-16 units

/**
 * Returns an annotation for each finding that is not `ok`, the worst first, and at most as many as GitHub shows.
 * @param workspace the folder of the repository, from which GitHub counts paths
 */
export function annotationsOf(sections: readonly Section[], workspace: string): WorkflowCommand[] {
  const all = worstFirst(
    sections.flatMap(({ file, findings, title }) => findings.map((finding) => ({ ...finding, finding, file, title }))),
  );
  return Object.entries(levels).flatMap(([severity, level]) =>
    all
      .filter((item) => item.severity === severity)
      .slice(0, maxPerLevel)
      .map(
        ({ file, finding, title }): WorkflowCommand => ({
          level,
          properties: {
            ...placeOf(finding, file, workspace),
            title: file === undefined ? `${finding.check}: ${brief(title)}` : finding.check,
          },
          lines: textsOf(file === undefined ? finding : withoutLocation(finding), file).map((text) => brief(text, maxTextLength)),
        }),
      ),
  );
}

// GitHub shows it.
function withoutLocation({ location: _, ...finding }: Finding): Finding {
  return finding;
}

function placeOf({ location }: Finding, file: string | undefined, workspace: string): Record<string, string | number> {
  if (file === undefined || file === standardInput) return {};
  const path = relative(workspace, resolve(file));
  const isInside = path !== "" && !path.startsWith("..") && !isAbsolute(path);
  return {
    file: isInside ? path.replaceAll("\\", "/") : file,
    ...(location !== undefined && { line: location.line, col: location.column }),
  };
}

/** Returns the texts about a finding, without empty ones: the message, the evidence and the advice. */
export function textsOf(finding: Finding, file: string | undefined): string[] {
  const advice = [finding.advice, finding.systemAdvice].map((text = "") => (text === "" ? "" : `→ ${text}`));
  return [finding.message, evidenceOf(finding, file), ...advice].filter((text) => text !== "");
}
