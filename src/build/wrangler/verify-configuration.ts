import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { stripVTControlCharacters } from "node:util";
import { projectRoot } from "../../files/project-root.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { brief } from "../../terminal/brief.ts";
import { configurationOf, isKnownGood } from "./configuration.ts";
import { describeType } from "./describe-type.ts";
import { locateComplaint } from "./locate-complaint.ts";
import { parseComplaints } from "./parse-complaints.ts";
import { verifyValues } from "./verify-values.ts";
import { faultOfEnvironment, type WranglerFile } from "./wrangler-file.ts";
import { quietly } from "./wrangler-program.ts";

const program = join(projectRoot, "src/build/wrangler/read-configuration.ts");

/**
 * Reports the values of wrangler.toml that wrangler refuses or ignores, without the network. Wrangler itself reads the file, which takes
 * one or two seconds, unless all of its lines are known to be good.
 * @param environment a wrangler environment; empty for the top level
 * @param now milliseconds since 1970
 */
export async function verifyConfiguration(file: WranglerFile, environment: string, now: number): Promise<Diagnostic[]> {
  if (file.problem !== undefined || faultOfEnvironment(file, environment) !== undefined) return []; // which the settings report
  const faults = verifyValues(file, environment, now);
  if (isKnownGood(configurationOf(file))) return faults;
  const { errors, warnings } = await askWrangler(file.path, environment);
  return [
    ...faults,
    ...errors.map((complaint) => describeComplaint(file, environment, "error", `Cannot configure wrangler: ${describeType(complaint)}`)),
    ...warnings.map((complaint) => describeComplaint(file, environment, "warning", `Wrangler warns: ${complaint}`)),
  ];
}

/** Makes a diagnostic of a complaint of wrangler, at the line of the key that it names. */
export function describeComplaint(
  file: WranglerFile,
  environment: string,
  severity: Diagnostic["severity"],
  complaint: string,
): Diagnostic {
  return { file: file.path, ...locateComplaint(file.text, environment, complaint), severity, message: brief(complaint) };
}

async function askWrangler(path: string, environment: string) {
  const child = spawn(process.execPath, [program, path, environment], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...quietly, FORCE_COLOR: "0" },
  });
  const stop = () => child.kill();
  process.on("exit", stop);
  const output = await text(child.stdout);
  process.off("exit", stop);
  const [message = "", ...warnings] = JSON.parse(output) as string[];
  return {
    errors: message === "" ? [] : complaintsOf(message),
    warnings: warnings
      .map(stripVTControlCharacters)
      .flatMap(parseComplaints)
      .filter((warning) => !known.test(warning)),
  };
}

// The settings of the site, and `verifyWrangler`, report these.
const known = /^"(?:vars(?:\.SITE)?|version_metadata)" exists at the top level/;

// `verifyValues` reports names, and says what to write.
const ownName = /^Expected "name" to be /;

// A value of the wrong type lets wrangler complain of keys that the file does not have.
const unwritten = / but got undefined$/;

// Another error than a list has its reason in the first line.
function complaintsOf(message: string): string[] {
  const complaints = parseComplaints(message);
  if (complaints.length === 0) return [(message.split("\n")[0] ?? "").replace(/\.$/, "")];
  const written = complaints.filter((complaint) => !unwritten.test(complaint));
  return (written.length > 0 ? written : complaints).filter((complaint) => !ownName.test(complaint));
}
