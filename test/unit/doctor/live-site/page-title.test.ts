import { describe, expect, it } from "vitest";
import { errorPageAdvice, resemblesLogin } from "../../../../src/doctor/live-site/page-title.ts";

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

describe("resemblesLogin()", () => {
  const page = (title: string, text = '<form><input type="password"></form>') => `<html><title>${title}</title><body>${text}</body></html>`;

  it.each(["Log In &lsaquo; Blog &#8212; WordPress", "Sign in · GitLab", "Login", "Anmelden – Wiki", "Connexion", "ログイン"])(
    "%s",
    (title) => {
      expect(resemblesLogin(page(title))).toBe(true);
    },
  );

  it.each([
    ["News"],
    ["Catalogin news"],
    ["Blog of a designer"],
    ["How to log in without a password", `<p>${"An article about passwords. ".repeat(60)}</p>`],
  ])("not %s", (title, text?: string) => {
    expect(resemblesLogin(page(title, text))).toBe(false);
  });
});
