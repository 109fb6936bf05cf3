import { describe, expect, it } from "vitest";
import { errorPageAdvice } from "../../../../src/doctor/live-site/page-title.ts";

describe("errorPageAdvice()", () => {
  it.each([
    ['"Page not found"', "answer with 404"],
    ['"403 Forbidden"', "answer with 403"],
    ['"Error establishing a database connection"', "answer with 503"],
    ['"Down for maintenance"', "answer with 503"],
  ])("fits the title %s", (title, advice) => {
    expect(errorPageAdvice(title)).toContain(advice);
  });
});
