import { UsageError } from "../../terminal/command-error.ts";
import { exitCodes } from "../../terminal/exit-codes.ts";
import { exitOnFailure, nameHelp } from "../../terminal/exit-on-failure.ts";
import { print } from "../../terminal/terminal.ts";
import { readCommand } from "../command.ts";
import { openTools } from "../doctor/open-tools.ts";
import { runDoctor } from "../doctor/run-doctor.ts";
import { doctorExamples, doctorOptions } from "../doctor-options.ts";

/** The version of the package; `npm run package` replaces the name. */
declare const BROADSHEET_VERSION: string;

const overview = [
  "npx broadsheet doctor [URL] [options]",
  "",
  "Checks the RSS, Atom and JSON feeds of any site. --help after doctor prints its options.",
  "",
  "Options:",
  "  -h, --help     print this help",
  "  -v, --version  print the version",
];

async function doctor(): Promise<number> {
  const { positionals, values } = readCommand({
    name: "doctor",
    program: "npx broadsheet doctor",
    positionals: "[URL]",
    purpose: "Checks the feeds of a live site as their subscribers receive them, or the file of a feed before it is deployed.",
    notes: ["URL is a feed, or a page that links to feeds."],
    options: doctorOptions,
    examples: doctorExamples,
  });
  return runDoctor({ ...values, urls: positionals }, openTools());
}

function run(name: string | undefined): number | Promise<number> {
  switch (name) {
    case "doctor":
      return doctor();
    case "-h":
    case "--help":
    case "help":
      print(...overview);
      return exitCodes.ok;
    case "-v":
    case "--version":
      print(BROADSHEET_VERSION);
      return exitCodes.ok;
    default:
      nameHelp("npx broadsheet --help prints how to use it");
      throw new UsageError(
        name === undefined ? "Cannot run anything: name a command" : `Cannot run ${JSON.stringify(name)}: the command is doctor`,
      );
  }
}

exitOnFailure();
const [name] = process.argv.splice(2, 1); // the arguments of the command remain
process.exitCode = await run(name);
