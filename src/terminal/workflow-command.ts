import { printable } from "./printable.ts";

/** A command to GitHub Actions in the output of a step. It makes an annotation. */
export interface WorkflowCommand {
  readonly level: "error" | "warning" | "notice";
  /** Such as `file`, `line` and `title`. */
  readonly properties: Readonly<Record<string, string | number>>;
  readonly lines: readonly string[];
}

/** Formats a command as GitHub reads it: `::error file=rss.xml,line=4::text`. The texts may be foreign; they cannot begin another command. */
export function formatWorkflowCommand({ level, lines, properties }: WorkflowCommand): string {
  const pairs = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(printable(String(value)))}`);
  const message = lines.map((line) => escapeData(printable(line))).join("%0A");
  return `::${level}${pairs.length === 0 ? "" : ` ${pairs.join(",")}`}::${message}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
