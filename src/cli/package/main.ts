import { exitCodes } from "../../terminal/exit-codes.ts";
import { exitOnFailure } from "../../terminal/exit-on-failure.ts";
import { complain, print } from "../../terminal/terminal.ts";
import { helpLine, readCommand } from "../command.ts";
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
  const command = {
    name: "doctor",
    program: "npx broadsheet doctor",
    positionals: "[URL]",
    purpose: "Checks the feeds of a live site as their subscribers receive them, or the file of a feed before it is deployed.",
    notes: ["URL is a feed, or a page that links to feeds."],
    options: doctorOptions,
    examples: doctorExamples,
  } as const;
  const { positionals, values } = readCommand(command);
  return runDoctor({ ...values, urls: positionals }, openTools(helpLine(command)));
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
      complain(name === undefined ? "Cannot run anything: name a command" : `Cannot run ${JSON.stringify(name)}: the command is doctor`);
      complain("npx broadsheet --help prints how to use it");
      return exitCodes.usage;
  }
}

exitOnFailure();
const [name] = process.argv.splice(2, 1); // the arguments of the command remain
process.exitCode = await run(name);
