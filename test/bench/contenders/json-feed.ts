/** Our feed, the input of all contenders. */
export interface JsonFeed {
  readonly title: string;
  readonly description: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly icon: string;
  readonly favicon: string;
  readonly language: string;
  readonly authors: readonly JsonAuthor[];
  readonly items: readonly JsonItem[];
}

export interface JsonAuthor {
  readonly name: string;
  readonly url?: string;
}

export interface JsonItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly content_html: string;
  readonly date_published: string;
  readonly date_modified: string;
  readonly authors: readonly JsonAuthor[];
  readonly tags: readonly string[];
}
