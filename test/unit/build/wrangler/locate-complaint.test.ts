import { describe, expect, it } from "vitest";
import { locateComplaint } from "../../../../src/build/wrangler/locate-complaint.ts";

const text = `name = "a"
compatibility_flags = ["nope_x"]
rules = [{ globs = 3 }]
[dev]
port = "x"
[env.x]
name = "b"
`;

describe("locateComplaint()", () => {
  it.each([
    ['Expected "name" to be a string', "", 1],
    ['Expected "name" to be a string', "x", 7],
    ['Expected "dev.port" to be of type number but got "x"', "", 5],
    ['Expected "dev.port" to be of type number but got "x"', "x", 5],
    ['Expected "rules[0].globs" to be an array but got 3', "", 3],
    ["Please remove the `dev` field", "", 4],
    ["service core:user:a: No such compatibility flag: nope_x", "", 2],
    ['Unexpected fields: "nme"', "", 1],
    ["No reason at all", "", 1],
  ])("finds the line of %s in environment %j", (complaint, environment, line) => {
    expect(locateComplaint(text, environment, complaint).line).toBe(line);
  });
});
