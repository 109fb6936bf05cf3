import type { Author } from "../../model/entry.ts";
import { isWebAddress } from "../metadata/web-address.ts";
import { describeMissing, findMedia } from "./find-media.ts";
import type { LinkTargets } from "./resolve-links.ts";

/** Publishes the pictures of authors that are files of the articles folder. Reports and omits missing ones. */
export function findAuthorPictures(authors: readonly Author[], targets: LinkTargets, warn: (message: string) => void): readonly Author[] {
  return authors.map((author) => {
    if (author.image === undefined || isWebAddress(author.image)) return author;
    const { image, ...others } = author;
    const file = findMedia(image, targets);
    if (file !== undefined) return { ...others, image: file.url };
    warn(`Cannot find the picture ${describeMissing(image, targets)}; it was left out`);
    return others;
  });
}
