import { resolve } from "node:path";
import { writePackage } from "../build/package/write-package.ts";
import { projectRoot } from "../files/project-root.ts";
import { exitOnFailure } from "../terminal/exit-on-failure.ts";
import { print } from "../terminal/terminal.ts";
import { readCommand } from "./command.ts";

exitOnFailure();
const folder = "build/package";
readCommand({
  name: "package",
  purpose: `Writes the doctor as an npm package of its own into ${folder}/, for sites that this repository does not publish.`,
  options: {},
  examples: [""],
});
/** Resolves when the command has ended. */
export const finished: Promise<void> = writePackage(resolve(projectRoot, folder)).then(() => {
  print(`Wrote ${folder}/. npm pack ./${folder} makes a tarball, and npm publish ./${folder} publishes it.`);
});
