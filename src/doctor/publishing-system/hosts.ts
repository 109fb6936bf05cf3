/** A service that sends files: its `Server` header, and sentences without their full stops. */
export interface Host {
  readonly sign: RegExp;
  readonly advice: Readonly<Record<"headers" | "media type", string>>;
}

/** The known services for static sites. */
export const hosts: Readonly<Record<string, Host>> = {
  "GitHub Pages": {
    sign: /^github\.com$/i,
    advice: {
      headers: "its headers cannot be changed, so that only another host helps",
      "media type": "it chooses the type by the name of the file: .rss and .atom get the types of feeds, and JSON Feed has no such name",
    },
  },
  Netlify: { sign: /^netlify/i, advice: sameFor("write headers into the file _headers of the published folder, or into netlify.toml") },
  Vercel: { sign: /^vercel/i, advice: sameFor('write headers into vercel.json, under "headers"') },
};

function sameFor(sentence: string): Host["advice"] {
  return { headers: sentence, "media type": sentence };
}
