// The pages that show a file of a repository, and the part of their paths that is another for the file itself.
const pages: readonly (readonly [page: RegExp, file: string])[] = [
  [/^(https?:\/\/(?:www\.)?github\.com\/[^/?#]+\/[^/?#]+)\/blob\//i, "$1/raw/"],
  [/^(https?:\/\/gitlab\.com\/[^?#]+?\/-)\/blob\//i, "$1/raw/"],
  [/^(https?:\/\/codeberg\.org\/[^/?#]+\/[^/?#]+)\/src\/(?=branch\/|tag\/|commit\/)/i, "$1/raw/"],
  [/^(https?:\/\/bitbucket\.org\/[^/?#]+\/[^/?#]+)\/src\//i, "$1/raw/"],
];

/**
 * Returns the address of a picture in a repository, for the address of the page that shows it. GitHub itself shows such pictures in the
 * texts of a repository.
 */
export function repositoryPicture(address: string): string {
  const [page, file] = pages.find(([pattern]) => pattern.test(address)) ?? [];
  return page === undefined || file === undefined ? address : address.replace(page, file);
}
