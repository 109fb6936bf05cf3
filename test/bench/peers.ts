import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { benchFolder } from "./project.ts";

/** Installs the packages of the other contenders from their own lock file, if they are missing. */
export function installPeers(say: (line: string) => void): void {
  if (existsSync(join(benchFolder, "node_modules"))) return;
  say("Installing the contenders: npm ci in test/bench");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: benchFolder, stdio: ["ignore", "ignore", "inherit"] });
}
