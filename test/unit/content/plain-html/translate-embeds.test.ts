import { describe, expect, it } from "vitest";
import { wordsIn } from "../../../words.ts";
import { compileOne, site } from "../sample.ts";

const german = { site: { ...site, language: "de", words: wordsIn("de") } };
const frame = (src: string, title = "") => `<iframe src="${src}" title="${title}"></iframe>`;
const video = "https://www.youtube.com/embed/abc-_1";
const wordsOf = (html: string) => [...html.matchAll(/>([^<>\n]+)<\/a>/g)].map(([, words]) => words);

describe("translateEmbeds()", () => {
  it.each([
    [frame(video), "Video auf YouTube"],
    [frame("https://archive.org/embed/x"), "Medien auf Internet Archive"],
    [frame("https://docs.google.com/forms/d/e/1F/viewform?embedded=true", "Google Form"), "Formular auf Google Forms"],
    [frame("https://airtable.com/embed/shrA"), "Tabelle auf Airtable"],
    ["![](https://youtu.be/abc-_123456)", "Video auf YouTube"],
    ["{{< youtube abc-_123456 >}}", "Video auf YouTube"],
    [frame("https://mastodon.example/@ada/1/embed"), "Beitrag auf Mastodon"],
    ['<lite-youtube videoid="abc-_123456" poster="moon.png"></lite-youtube>', "Video auf YouTube"],
  ])("uses the words of the site for %j", async (text, words) => {
    expect(wordsOf((await compileOne(text, "2024-11-06-moon.md", german)).content)).toEqual([words]);
  });

  it.each([
    ["a title", frame(video, "Post on the moon"), "Post on the moon"],
    ["a link of the author", "[Video on YouTube](https://youtu.be/abc-_1)", "Video on YouTube"],
    ["an article in another language", `---\nlanguage: fr\n---\n${frame(video)}`, "Video on YouTube"],
  ])("keeps %s", async (_, text, words) => {
    expect(wordsOf((await compileOne(text, "2024-11-06-moon.md", german)).content)).toEqual([words]);
  });

  it("keeps the English words of an English site", async () => {
    expect(wordsOf((await compileOne(frame("https://archive.org/embed/x"))).content)).toEqual(["Media on the Internet Archive"]);
  });
});
