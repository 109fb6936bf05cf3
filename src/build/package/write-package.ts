import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { attempt } from "../../files/failure.ts";
import { projectRoot } from "../../files/project-root.ts";
import { bundleDoctor } from "./bundle-doctor.ts";
import { noticesOf } from "./third-party-notices.ts";

const program = "src/cli/package";

/** The fields of this repository's package.json that the package shares. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/**
 * Writes the npm package of the doctor, which runs without this repository: `npm pack FOLDER` and `npm publish FOLDER` take it from there.
 * @param folder is replaced
 * @throws Failure if a file cannot be written
 */
export async function writePackage(folder: string): Promise<void> {
  const { license, name, version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as Manifest;
  const { code, packages } = await bundleDoctor(join(projectRoot, program, "main.ts"), version);
  const notices = noticesOf(packages.map((path) => resolve(path)));
  const manifest = {
    name,
    version,
    description: "Checks the RSS, Atom and JSON feeds of any site, and how the server sends them",
    keywords: ["rss", "atom", "json feed", "feed", "validator", "ci"],
    license,
    type: "module",
    bin: { broadsheet: "bin.js" },
    engines: { node: ">=22.19" },
    files: ["bin.js", "doctor.js", "NOTICES.txt"],
  };
  attempt("write", folder, () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    writeFileSync(join(folder, "doctor.js"), code);
    writeFileSync(join(folder, "NOTICES.txt"), notices);
    cpSync(join(projectRoot, program, "bin.js"), join(folder, "bin.js"));
    cpSync(join(projectRoot, program, "README.md"), join(folder, "README.md"));
    cpSync(join(projectRoot, "LICENSE"), join(folder, "LICENSE"));
  });
}
