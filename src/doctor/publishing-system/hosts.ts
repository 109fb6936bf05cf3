import type { Topic } from "./topics.ts";

/** A service that sends files: its `Server` header, and sentences without their full stops. */
export interface Host {
  readonly sign: RegExp;
  readonly advice: Readonly<Partial<Record<Topic, string>>>;
}

/** The known services for static sites. */
export const hosts: Readonly<Record<string, Host>> = {
  "GitHub Pages": {
    sign: /^github\.com$/i,
    advice: {
      headers: "its headers cannot be changed, so that only another host helps",
      redirects: "it redirects only between http, https, www and the domain in the settings: use the final address everywhere",
      "media type": "it chooses the type by the name of the file: .rss and .atom get the types of feeds, and JSON Feed has no such name",
    },
  },
  Netlify: {
    sign: /^netlify/i,
    advice: {
      ...sameFor("write headers into the file _headers of the published folder, or into netlify.toml"),
      redirects: "write redirects into the file _redirects of the published folder, or into netlify.toml",
    },
  },
  Vercel: {
    sign: /^vercel/i,
    advice: {
      ...sameFor('write headers into vercel.json, under "headers"'),
      redirects: 'write redirects into vercel.json, under "redirects"',
    },
  },
};

function sameFor(sentence: string): Host["advice"] {
  return { headers: sentence, "media type": sentence };
}
