// Ends the process with one sentence if this Node is too old for the commands, which are TypeScript. Old versions parse this file.

const required = 24; // package.json has it in "engines"
const own = process.versions.node;

if (Number(own.split(".")[0]) < required) {
  console.error(
    `Cannot run Broadsheet with Node ${own}: it needs Node ${required} or later; install it from https://nodejs.org (on Linux, npm ci installs it into this folder)`,
  );
  process.exit(1);
}
