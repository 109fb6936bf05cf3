import { describe, expect, it } from "vitest";
import { errorPageAdvice, loginKind } from "../../../../src/doctor/live-site/page-title.ts";

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

describe("loginKind()", () => {
  const page = (title: string, text = '<form><input type="password"></form>') => `<html><title>${title}</title><body>${text}</body></html>`;

  it.each(["Log In &lsaquo; Blog &#8212; WordPress", "Sign in · GitLab", "Login", "Anmelden – Wiki", "Connexion", "ログイン"])(
    "%s",
    (title) => {
      expect(loginKind(page(title), "https://news.example/")).toBe("the page of a login");
    },
  );

  it.each([
    ["Private", '<form method=post><input class=a type="password"></form>', "a page that asks for a password"],
    ["Kitchen Garden", "<form><input type=password></form>", "a page that asks for a password"],
    ["My account", "<div></div>", "the page of a login", "https://news.example/users/sign_in?to=%2Ffeed"],
    ["News", "<div></div>", "the page of a login", "https://news.example/wp-login.php"],
  ])("%s with %s", (title, text, kind, url = "https://news.example/") => {
    expect(loginKind(page(title, text), url)).toBe(kind);
  });

  it.each([
    ["News", '<form><input type="text" name="password"></form>'],
    ["News", `<input type=password>${"An article about passwords. ".repeat(60)}`],
    ["Catalogin news", "<p>x</p>"],
    ["Blog of a designer", "<p>x</p>"],
    ["How to log in without a password", `<p>${"An article about passwords. ".repeat(60)}</p>`],
  ])("not %s", (title, text) => {
    expect(loginKind(page(title, text), "https://news.example/blogin/designer")).toBeUndefined();
  });
});
