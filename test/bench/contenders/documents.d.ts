/** The documents that our Worker served. */
declare module "bench-documents" {
  const documents: readonly import("../serving/own-documents.ts").OwnDocument[];
  export default documents;
}

/** The entries of our feed: a JSON Feed. */
declare module "bench-feed" {
  const feed: import("./json-feed.ts").JsonFeed;
  export default feed;
}
