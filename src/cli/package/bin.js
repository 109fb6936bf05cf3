#!/usr/bin/env node
// The program of the package: ends with one sentence if this Node is too old for doctor.js. Old versions parse this file.

const required = "22.19"; // package.json has it in "engines"; undici needs it
const own = process.versions.node;
const [major, minor] = own.split(".").map(Number);
const [requiredMajor, requiredMinor] = required.split(".").map(Number);

if (major < requiredMajor || (major === requiredMajor && minor < requiredMinor)) {
  console.error(`Cannot run Broadsheet with Node ${own}: it needs Node ${required} or later; install it from https://nodejs.org`);
  process.exit(1);
}
await import("./doctor.js");
