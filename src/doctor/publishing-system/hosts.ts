import type { Topic } from "./topic.ts";

/** A service that sends files: its `Server` header, and sentences without their full stops. */
export interface Host {
  readonly sign: RegExp;
  readonly advice: Readonly<Partial<Record<Topic, string>>>;
}

const ofFiles = "it makes the validators of files and answers requests for them";

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
      "last modified": `it sends and compares only an ETag for files, which authors cannot change; ${neverChanges("_headers or netlify.toml")}`,
      redirects:
        "write redirects into the file _redirects of the published folder, or into netlify.toml; for the host, see Domain management",
      requests: `${ofFiles}: look at functions, edge functions and proxied servers, or report it to the support`,
      session: "files get no cookies: look at functions, edge functions and split tests of branches",
    },
  },
  Vercel: {
    sign: /^vercel/i,
    advice: {
      ...sameFor('write headers into vercel.json, under "headers"'),
      "last modified": `it makes and compares the validators of files, which authors cannot change; ${neverChanges("vercel.json")}`,
      redirects: 'write redirects into vercel.json, under "redirects"; for the host, see Settings → Domains',
      requests: `${ofFiles}: look at functions, middleware, Firewall and proxied servers, or report it to the support`,
      session: "files get no cookies: look at functions and middleware",
    },
  },
};

function sameFor(sentence: string): Host["advice"] {
  return { headers: sentence, "media type": sentence };
}

/** The advice against a date that an author wrote as a header of all responses. */
function neverChanges(file: string): string {
  return `remove a Last-Modified from ${file}, where it never changes`;
}
