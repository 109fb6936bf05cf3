import { describe, expect, it } from "vitest";
import type { Entry, Transcript } from "../../../../src/model/entry.ts";
import { Enclosure } from "../../../../src/pages/parts/enclosure.tsx";
import { sampleSite } from "../../../browser/sample-site.ts";

const tea = { url: "https://example.com/tea.mp3?a&b", type: "audio/mpeg", length: 12_400_000 };

function render(fields: Partial<NonNullable<Entry["enclosure"]>> = {}): string {
  return String(<Enclosure site={sampleSite()} file={{ ...tea, ...fields }} />);
}

describe("Enclosure", () => {
  it("links the file with its type and size", () => {
    expect(render()).toContain(
      '<p><a href="https://example.com/tea.mp3?a&amp;b" type="audio/mpeg">tea.mp3</a> <span dir="ltr">audio/mpeg, <bdi dir="ltr">12 MB</bdi></span></p>',
    );
    expect(render({ length: 0 })).toContain('<span dir="ltr">audio/mpeg</span>');
  });

  it.each([
    [7, "0:00:07"],
    [754, "0:12:34"],
    [3723, "1:02:03"],
    [36_000, "10:00:00"],
  ])("formats a duration of %i seconds as %s", (duration, expected) => {
    expect(render({ duration })).toContain(
      `audio/mpeg, <bdi dir="ltr">12 MB</bdi>, <time datetime="PT${duration}S">${expected}</time></span>`,
    );
  });

  it.each([
    ["fa", "۱:۰۲:۰۳"],
    ["mr", "१:०२:०३"],
    ["ar-EG", "١:٠٢:٠٣"],
    ["he", "1:02:03"],
    ["da", "1.02.03"],
  ])("formats a duration in the digits of %s", (language, expected) => {
    const html = String(<Enclosure site={{ ...sampleSite(), language }} file={{ ...tea, duration: 3723 }} />);
    expect(html).toContain(`<time datetime="PT3723S">${expected}</time>`);
  });

  it("shows an audio player with the file's name, without preloading", () => {
    expect(render({ title: 'A "talk"' })).toContain(
      '<audio controls="" preload="none" src="https://example.com/tea.mp3?a&amp;b" aria-label="A &quot;talk&quot;"></audio><p>',
    );
  });

  it("shows a video player", () => {
    expect(render({ url: "https://example.com/tea.mp4", type: "Video/MP4" })).toContain(
      '<video controls="" preload="none" src="https://example.com/tea.mp4" aria-label="tea.mp4"></video><p>',
    );
  });

  it.each(["application/pdf", "image/png", "audiobook/x"])("only links a file of type %s", (type) => {
    expect(render({ type })).not.toMatch(/<(?:audio|video)/);
  });

  it("shows the name of the file as people write it", () => {
    expect(render({ url: "https://e.example/media/1/Gr%C3%B6%C3%9Fe%20%26%20Ma%C3%9F.mp3" })).toMatch(
      /aria-label="Größe &amp; Maß\.mp3">.*>Größe &amp; Maß\.mp3<\/a>/,
    );
    expect(render({ url: "https://e.example/100%.mp3" })).toContain(">100%.mp3</a>");
  });

  it("shows the size in the direction of the site's language", () => {
    const site = { ...sampleSite(), language: "he" };
    expect(String(<Enclosure site={site} file={{ ...tea, length: 120 }} />)).toMatch(/<bdi dir="rtl">kB\u200F?0\.12<\/bdi>/);
  });

  const vtt = { url: `${sampleSite().url}/media/1/tea.vtt`, type: "text/vtt" };
  const withTranscripts = (fields: Partial<NonNullable<Entry["enclosure"]>>, ...transcripts: Transcript[]) =>
    String(<Enclosure site={sampleSite()} file={{ ...tea, ...fields }} transcripts={transcripts} />);

  it("links the transcripts with their languages", () => {
    const html = withTranscripts({}, vtt, { url: "https://example.com/tea.srt", type: "application/x-subrip", language: "de" });
    expect(html).toContain(`<li><a href="${vtt.url}" type="text/vtt" hreflang="en">Transcript</a> <bdi lang="en">English</bdi></li>`);
    expect(html).toContain(
      '<a href="https://example.com/tea.srt" type="application/x-subrip" hreflang="de">Transcript</a> <bdi lang="de">Deutsch</bdi>',
    );
    expect(html).not.toContain("<track");
  });

  it("names the kinds of several transcripts in one language", () => {
    const html = withTranscripts({}, vtt, { url: "https://e.example/t?x", type: "text/html", language: "en" }, { ...vtt, language: "de" });
    expect(html.match(/Transcript.*?<\/a>/g)).toEqual([
      'Transcript <span dir="ltr">(.vtt)</span></a>',
      'Transcript <span dir="ltr">(text/html)</span></a>',
      "Transcript</a>",
    ]);
  });

  it("shows the site's own WebVTT as captions of a video", () => {
    const video = { url: "https://example.com/tea.mp4", type: "video/mp4" };
    const html = withTranscripts(video, { ...vtt, language: "de" }, { ...vtt, url: "https://other.example/tea.vtt" });
    expect(html).toContain(`<track kind="captions" src="${vtt.url}" srclang="de" label="Deutsch"/></video>`);
  });
});
